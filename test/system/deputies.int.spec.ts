import { waitFor } from '@property-office/testing';
import type { Problem } from '../support/http';
import { deployments, Office } from '../support/office';
import { accepted, act, repairsPath, timelineOf } from '../support/repairs';
import type { Session } from '../support/session';
import type { PageView, RepairView } from '../support/views';

const startMs = 240_000;

interface DelegationView {
  id: string;
  fromPersonId: string;
  toPersonId: string;
  order: number;
}

interface DutyView {
  id: string;
  personId: string;
  role: string;
  from: string;
  until: string;
}

describe.each(deployments)('a deputy acts for a director who is away (%s)', (deployment) => {
  let office: Office;
  let director: Session;
  let deputy: Session;
  let otherDesk: Session;

  beforeAll(async () => {
    office = await Office.start({ deployment });
    director = await office.as('director');
    deputy = await office.as('deputy');
    // On the second site, where the director has roles and the deputy has none.
    otherDesk = await office.as('desk2');
  }, startMs);
  afterAll(() => office?.stop(), startMs);

  async function reported(): Promise<RepairView> {
    const [home] = accepted(await otherDesk.get<PageView<{ id: string }>>('/api/homes?limit=1'), 200).items;
    const body = { category: 'water-leak', description: '厨房水管漏水', location: { homeId: home!.id } };
    return accepted(await otherDesk.post<RepairView>(repairsPath, body), 201);
  }

  const given = async (): Promise<DelegationView> => {
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
    accepted(await director.post(`/api/absences/${absence.id}/end`, {}), 200);
  });

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
    const { id: delegationId } = await given();
    expect((await deputy.post<Problem>(`/api/delegations/${delegationId}/end`, {})).body).toMatchObject({ status: 403, code: 'beyond-authority' });
    accepted(await director.post(`/api/delegations/${delegationId}/end`, {}), 200);
    const ended = performance.now();
    await waitFor(async () => (await deputy.get(`${repairsPath}/${id}`)).status === 404, { what: 'the deputy to see it no longer' });
    expect(performance.now() - ended).toBeLessThan(2_000);
    expect((await act(deputy, id, 'cancel', { reason: '重复报修' })).status).toBe(404);
    const again = { toPersonId: deputy.who.id, kind: 'approvals', order: 1, until: new Date(Date.now() + 86_400_000).toISOString() };
    accepted(await director.post('/api/delegations', again), 201);
    await waitFor(async () => (await deputy.get(`${repairsPath}/${id}`)).status === 200, { what: 'the deputy to see it again' });
  });

  it('W6.2: the plan says who is duty officer now, and a change of it is refused where it overlaps', async () => {
    const at = encodeURIComponent(new Date().toISOString());
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
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['answers-for', 'crew', 'deputy-of', 'duty', 'role']));
    expect(meanwhilePersonId).toBe(director.who.id);
    expect((await lead.get<Problem>(`/api/superiors?personId=${lead.who.id}`)).status).toBe(200);
  });

  it('after all that every invariant holds', async () => {
    expect(await office.verify()).toEqual([]);
  }, 180_000);
});
