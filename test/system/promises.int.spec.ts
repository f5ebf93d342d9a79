import { waitFor } from '@property-office/testing';
import type { Problem } from '../support/http';
import { deployments, Office } from '../support/office';
import { accepted, report, repairsPath, timelineOf } from '../support/repairs';
import type { Session } from '../support/session';
import type { PageView } from '../support/views';

const startMs = 240_000;
const patienceMs = 240_000;
const minute = 60_000;

interface Promised {
  promise: string;
  state: string;
  dueAt: string | null;
  overdue: boolean;
}

interface EscalationView {
  id: string;
  object: { id: string; number: string };
  promise: string;
  level: string;
  status: string;
  title: string;
  dueAt: string;
  note: string | null;
}

describe.each(deployments)('promises and what follows when they are late (%s)', (deployment) => {
  let office: Office;
  let resident: Session;
  let lead: Session;
  let director: Session;
  let technician: Session;

  beforeAll(async () => {
    office = await Office.start({ deployment });
    resident = await office.as('resident');
    lead = await office.as('lead');
    director = await office.as('director');
    technician = await office.as('technician');
  }, startMs);
  afterAll(() => office?.stop(), startMs);

  async function promisesOf(id: string): Promise<Record<string, Promised>> {
    const { promises } = accepted(await resident.get<{ promises: Promised[] }>(`${repairsPath}/${id}`), 200);
    return Object.fromEntries(promises.map((each) => [each.promise, each]));
  }
  const escalatedTo = async (person: Session, id: string): Promise<EscalationView[]> =>
    accepted(await person.get<PageView<EscalationView>>('/api/escalations?limit=100'), 200).items.filter(({ object }) => object.id === id);

  it('G5: an emergency nobody takes goes to the lead and on to the director, each level once, and they answer', async () => {
    const { id, number } = await report(resident, { category: 'live-wire', description: '楼道电线裸露冒火花' });
    const { answer } = await promisesOf(id);
    expect(answer).toMatchObject({ state: 'running', overdue: false });
    await office.clock.forward(11 * minute);
    expect((await promisesOf(id)).answer).toMatchObject({ overdue: true, dueAt: answer!.dueAt });
    const mine = await waitFor(async () => (await escalatedTo(lead, id)).find(({ promise, level }) => promise === 'answer' && level === 'lead'), {
      what: 'the escalation to the lead',
    });
    expect(mine).toMatchObject({ status: 'open', title: `${number} 的“响应”已升级给您`, dueAt: answer!.dueAt });
    expect(await escalatedTo(director, id)).toEqual([]);

    await office.clock.forward(10 * minute);
    await waitFor(async () => (await escalatedTo(director, id)).length > 0, { what: 'the escalation to the director' });
    // By day the lead leads the desk, too; at night whoever the duty plan names is told.
    const deputy = await office.as('deputy');
    const both = [...(await escalatedTo(lead, id)), ...(await escalatedTo(deputy, id))];
    expect(both.flatMap(({ promise, level }) => (promise === 'answer' ? [level] : [])).sort()).toEqual(['lead', 'office']);

    accepted(await lead.post(`/api/escalations/${mine.id}/acknowledge`, {}), 200);
    const acted = accepted(await lead.post<EscalationView>(`/api/escalations/${mine.id}/act`, { note: '已派二班到场' }), 200);
    expect(acted).toMatchObject({ status: 'acted', note: '已派二班到场' });
    expect((await lead.post<Problem>(`/api/escalations/${mine.id}/acknowledge`, {})).body).toMatchObject({ status: 409, code: 'escalation-answered' });
    expect((await director.post<Problem>(`/api/escalations/${mine.id}/act`, { note: 'x' })).status).toBe(404);

    const told = await waitFor(
      async () => {
        const items = await timelineOf(resident, id);
        return items.filter(({ type }) => type === 'notifications.escalation-answered.v1').length === 2 && items;
      },
      { what: 'the answers on the timeline' },
    );
    const escalated = told.filter(({ type }) => type === 'tickets.repair-escalated.v1').map(({ summary }) => summary);
    expect(escalated).toContain('“响应”升级提醒：班长，已通知');
    expect(escalated.filter((summary) => summary.startsWith('“响应”') && summary.includes('班长'))).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('已派二班到场');
  }, patienceMs);

  it('G4: a wait with a review date stops the clocks, and nobody is reminded meanwhile', async () => {
    const { id } = await report(resident, { category: 'pipe-burst' });
    const order = await waitFor(
      async () => accepted(await lead.get<PageView<{ id: string }>>(`/api/work-orders?repairRequestId=${id}`), 200).items[0],
      { what: 'the work order' },
    );
    accepted(await lead.post(`/api/work-orders/${order.id}/assign`, { technicianId: technician.who.id }), 200);
    for (const act of ['accept', 'arrive']) accepted(await technician.post(`/api/work-orders/${order.id}/${act}`, {}), 200);
    accepted(await technician.post(`/api/work-orders/${order.id}/pause`, { reason: 'waiting-for-parts' }), 200);
    await waitFor(async () => (await promisesOf(id)).done?.state === 'paused', { what: 'the clock to stop' });
    expect(await promisesOf(id)).toMatchObject({ answer: { state: 'closed', overdue: false }, 'on-site': { state: 'closed', overdue: false } });
    await office.clock.forward(48 * 60 * minute);
    expect((await promisesOf(id)).done).toMatchObject({ state: 'paused', overdue: false });
    expect(await escalatedTo(lead, id)).toEqual([]);
    accepted(await technician.post(`/api/work-orders/${order.id}/resume`, {}), 200);
    accepted(await technician.post(`/api/work-orders/${order.id}/finish`, { workDone: '更换阀门' }), 200);
    await waitFor(async () => (await promisesOf(id)).done?.state === 'closed', { what: 'the clock to be closed' });
  }, patienceMs);

  it('Q1: a target that the director sets holds for what is reported afterwards', async () => {
    const { siteId } = resident.who.homes[0]!;
    const before = await report(resident, { category: 'pipe-burst' });
    const due = (await promisesOf(before.id)).answer!.dueAt;
    const target = { siteId, class: 'P1', promise: 'answer', function: 'duty', limits: [{ amount: 90, unit: 'minutes' }] };
    const source = { zh: '业委会决议', en: 'decision of the owners' };
    accepted(await director.post('/api/service-targets', { ...target, source }), 201);
    expect((await resident.post<Problem>('/api/service-targets', { ...target, source })).status).toBe(403);
    await waitFor(
      async () => {
        const { id } = await report(resident, { category: 'pipe-burst' });
        const { answer } = await promisesOf(id);
        return Date.parse(answer!.dueAt!) - (await office.clock.now()).getTime() > 80 * minute;
      },
      { what: 'a report by the new target', intervalMs: 500 },
    );
    expect((await promisesOf(before.id)).answer!.dueAt).toBe(due);
  }, patienceMs);

  it('a follow-up nobody makes is escalated, too (Q1, G5)', async () => {
    const { id } = await report(resident, { category: 'live-wire' });
    const order = await waitFor(
      async () => accepted(await lead.get<PageView<{ id: string }>>(`/api/work-orders?repairRequestId=${id}`), 200).items[0],
      { what: 'the work order' },
    );
    accepted(await lead.post(`/api/work-orders/${order.id}/assign`, { technicianId: technician.who.id }), 200);
    for (const act of ['accept', 'arrive']) accepted(await technician.post(`/api/work-orders/${order.id}/${act}`, {}), 200);
    accepted(await technician.post(`/api/work-orders/${order.id}/finish`, { workDone: '绝缘处理' }), 200);
    await office.comeToRest();
    await office.clock.forward(3 * 24 * 60 * minute);
    const late = await waitFor(async () => (await escalatedTo(lead, id)).find(({ promise }) => promise === 'follow-up'), { what: 'the late follow-up' });
    expect(late.level).toBe('lead');
  }, patienceMs);

  it('after all that every invariant holds', async () => {
    await office.comeToRest();
    expect(await office.verify()).toEqual([]);
  }, patienceMs);
});
