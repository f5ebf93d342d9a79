import { waitFor } from '@property-office/testing';
import { contactAct, recordContact } from '../../support/contacts';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted, act, report, repairsPath, timelineOf } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView, RepairView } from '../../support/views';

const patienceMs = 240_000;
const minute = 60_000;

interface DelegationView {
  id: string;
  fromPersonId: string;
  toPersonId: string;
  order: number;
  until: string;
}

interface DutyView {
  id: string;
  personId: string;
  role: string;
  from: string;
  until: string;
}

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

export const deputiesAndPromises = journey('who answers when somebody is away, or something is late', (given) => {
  let office: Office;

  beforeAll(() => {
    ({ office } = given);
  });

  const escalatedTo = async (person: Session, id: string): Promise<EscalationView[]> =>
    accepted(await person.get<PageView<EscalationView>>('/api/escalations?limit=100'), 200).items.filter(({ object }) => object.id === id);

  describe('a deputy acts for a director who is away', () => {
    let director: Session;
    let deputy: Session;
    let otherDesk: Session;

    beforeAll(async () => {
      director = await office.as('director');
      deputy = await office.as('deputy');
      // On the second site, where the director has roles and the deputy has none.
      otherDesk = await office.as('desk2');
    });

    async function reported(category = 'water-leak'): Promise<RepairView> {
      const [home] = accepted(await otherDesk.get<PageView<{ id: string }>>('/api/homes?limit=1'), 200).items;
      const body = { category, description: '厨房水管漏水', location: { homeId: home!.id } };
      return accepted(await otherDesk.post<RepairView>(repairsPath, body), 201);
    }

    const delegation = async (): Promise<DelegationView> => {
      const { items } = accepted(await director.get<PageView<DelegationView>>('/api/delegations?kind=approvals'), 200);
      return items.find(({ toPersonId }) => toPersonId === deputy.who.id)!;
    };

    it('G1: the deputy is asked while the director is away', async () => {
      const answering = async () =>
        accepted(await director.get<{ personIds: string[] }>(`/api/people/${director.who.id}/answering?kind=approvals`), 200).personIds;
      expect((await answering()).slice(0, 2)).toEqual([director.who.id, deputy.who.id]);
      const absence = accepted(await director.post<{ id: string }>('/api/absences', {}), 201);
      const company = await office.as('company');
      expect([(await answering())[0], (await answering()).at(-1)]).toEqual([deputy.who.id, company.who.id]);
      await office.comeToRest();

      const { id } = await reported('live-wire');
      const clerk = await office.as('clerk');
      const incoming = '/api/incoming-documents';
      const hidden = { siteId: clerk.who.roles[0]!.siteId, title: '关于岗位调整的函', sender: '街道办', confidentiality: 'confidential' };
      const { id: documentId } = accepted(await clerk.post<{ id: string }>(incoming, hidden), 201);
      accepted(await clerk.post(`${incoming}/${documentId}/check`, {}), 200);
      accepted(await clerk.post(`${incoming}/${documentId}/propose`, { proposal: '请主任批示' }), 200);
      const toDecide = async (who: Session) =>
        accepted(await who.get<PageView<{ kind: string; subject: { id: string } }>>('/api/inbox?limit=100'), 200).items.some(
          ({ kind, subject }) => kind === 'document-to-decide' && subject.id === documentId,
        );
      await waitFor(() => toDecide(deputy), { what: 'the decision in the inbox of the deputy' });
      const levelsOf = async (who: Session) => (await escalatedTo(who, id)).filter(({ promise }) => promise === 'answer').map(({ level }) => level);
      await office.clock.forward(22 * minute);
      await waitFor(async () => (await levelsOf(deputy)).includes('director'), { what: 'the escalation to the deputy' });
      await office.comeToRest();
      for (const who of [director, company]) expect([await toDecide(who), await levelsOf(who)]).toEqual([false, []]);

      accepted(await director.post(`/api/absences/${absence.id}/end`, {}), 200);
    }, patienceMs);

    it('G1: what the director may, the deputy does, and it shows "X for Y"', async () => {
      const { id } = await reported();
      expect(accepted(await act(deputy, id, 'cancel', { reason: '重复报修' }), 200).status).toBe('cancelled');
      const entry = await waitFor(
        async () => (await timelineOf(deputy, id)).find(({ type }) => type === 'tickets.repair-cancelled.v1'),
        { what: 'the cancellation on the timeline' },
      );
      expect(entry).toMatchObject({
        actor: { personId: deputy.who.id, role: 'director', forPersonId: director.who.id },
        summary: '已取消：重复报修（代主任）',
      });
      const inEnglish = await timelineOf(otherDesk.in('en'), id);
      expect(inEnglish.find(({ type }) => type === 'tickets.repair-cancelled.v1')!.summary).toContain('(for the director)');
    });

    it('G1: with the delegation the right ends, within a second', async () => {
      const { id } = await reported();
      await waitFor(async () => (await deputy.get(`${repairsPath}/${id}`)).status === 200, { what: 'the deputy to see it' });
      const { id: delegationId, until } = await delegation();
      expect((await deputy.post<Problem>(`/api/delegations/${delegationId}/end`, {})).body).toMatchObject({ status: 403, code: 'beyond-authority' });
      accepted(await director.post(`/api/delegations/${delegationId}/end`, {}), 200);
      const ended = performance.now();
      await waitFor(async () => (await deputy.get(`${repairsPath}/${id}`)).status === 404, { what: 'the deputy to see it no longer' });
      expect(performance.now() - ended).toBeLessThan(2_000);
      expect((await act(deputy, id, 'cancel', { reason: '重复报修' })).status).toBe(404);
      // For as long as it was: others come after us.
      const again = { toPersonId: deputy.who.id, kind: 'approvals', order: 1, until };
      accepted(await director.post('/api/delegations', again), 201);
      await waitFor(async () => (await deputy.get(`${repairsPath}/${id}`)).status === 200, { what: 'the deputy to see it again' });
    });

    it('W6.2: the plan says who is duty officer now, and a change of it is refused where it overlaps', async () => {
      const at = encodeURIComponent((await office.clock.now()).toISOString());
      const { items } = accepted(await otherDesk.get<PageView<DutyView>>(`/api/duties?role=duty-officer&at=${at}`), 200);
      expect(items).toHaveLength(1);
      const { siteId } = (await office.as('lead2')).who.roles[0]!;
      const { personId, role, from, until } = items[0]!;
      const twice = await director.in('en').post<Problem>('/api/duties', { siteId, personId, role, from, until });
      expect([twice.status, twice.body.code, twice.body.title]).toEqual([409, 'spans-overlap', 'The same is registered for this time already']);
      expect((await otherDesk.post<Problem>('/api/duties', { siteId, personId, role, from, until })).status).toBe(403);
    });

    it('G6: who leaves has a list of what is to be handed over, and a superior who answers meanwhile', async () => {
      const lead = await office.as('lead');
      const path = `/api/people/${lead.who.id}/belongings`;
      const { items, meanwhilePersonId } = accepted(await director.get<{ items: Array<{ kind: string }>; meanwhilePersonId: string }>(path), 200);
      // And what other journeys left in their hands.
      expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['answers-for', 'crew', 'deputy-of', 'duty', 'role']));
      expect(meanwhilePersonId).toBe(director.who.id);
      expect((await lead.get<Problem>(`/api/superiors?personId=${lead.who.id}`)).status).toBe(200);
    });
  });

  it('G6: with the account of whoever leaves end their roles, which stay on the list with what they had in hand until somebody else has it', async () => {
    const operator = await office.as('operator');
    const { siteId } = (await office.as('lead')).who.roles[0]!;
    const { id: personId } = accepted(await operator.post<{ id: string }>('/api/people', { siteId, name: '蒋先生' }), 201);
    accepted(await operator.post('/api/role-grants', { personId, role: 'importer', siteId }), 201);
    const account = accepted(await operator.post<{ id: string }>('/api/accounts', { personId, login: `leaver-${personId}`, password: 'correct horse battery' }), 201);
    for (const role of ['desk', 'clerk']) accepted(await operator.post('/api/role-grants', { personId, role, siteId }), 201);
    const leaver = await office.signIn(`leaver-${personId}`, 'correct horse battery');
    const contact = await recordContact(leaver, { ownWords: '门禁卡丢了' });
    const letter = { siteId, kind: 'letter', title: '关于门禁卡的函', body: '社区居委会：\n请知悉。', recipients: ['社区居委会'] };
    const draft = accepted(await leaver.post<{ id: string }>('/api/outgoing-documents', letter), 201);
    accepted(await operator.post(`/api/accounts/${account.id}/close`, {}), 200);
    expect(accepted(await operator.get<PageView<object>>(`/api/role-grants?personId=${personId}`), 200).items).toEqual([]);
    const left = async () =>
      accepted(await operator.get<{ items: Array<{ kind: string; role: string | null; id: string }> }>(`/api/people/${personId}/belongings`), 200).items.map(({ kind, role, id }) => [kind, role ?? id]);
    expect(await left()).toEqual([['role', 'importer'], ['contact', contact.id], ['outgoing-document', draft.id]]);
    const [director, desk, clerk] = [await office.as('director'), await office.as('desk'), await office.as('clerk')];
    accepted(await contactAct(director, contact.id, 'offer', { toPersonId: desk.who.id }), 200);
    accepted(await contactAct(desk, contact.id, 'accept'), 200);
    accepted(await clerk.post(`/api/outgoing-documents/${draft.id}/discard`, { reason: '不再需要' }), 200);
    expect(await left()).toEqual([['role', 'importer']]);
    accepted(await contactAct(desk, contact.id, 'guide', { whereTo: '门禁厂家', callerTold: true }), 200);
  });

  describe('promises and what follows when they are late', () => {
    let resident: Session;
    let lead: Session;
    let director: Session;
    let technician: Session;

    beforeAll(async () => {
      resident = await office.as('resident');
      lead = await office.as('lead');
      director = await office.as('director');
      technician = await office.as('technician');
    });

    async function promisesOf(id: string): Promise<Record<string, Promised>> {
      const { promises } = accepted(await resident.get<{ promises: Promised[] }>(`${repairsPath}/${id}`), 200);
      return Object.fromEntries(promises.map((each) => [each.promise, each]));
    }
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
      for (const verb of ['accept', 'arrive']) accepted(await technician.post(`/api/work-orders/${order.id}/${verb}`, {}), 200);
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
      for (const verb of ['accept', 'arrive']) accepted(await technician.post(`/api/work-orders/${order.id}/${verb}`, {}), 200);
      accepted(await technician.post(`/api/work-orders/${order.id}/finish`, { workDone: '绝缘处理' }), 200);
      await office.comeToRest();
      await office.clock.forward(3 * 24 * 60 * minute);
      const late = await waitFor(async () => (await escalatedTo(lead, id)).find(({ promise }) => promise === 'follow-up'), { what: 'the late follow-up' });
      expect(late.level).toBe('lead');
    }, patienceMs);
  });
});
