import { waitFor } from '@property-office/testing';
import type { Problem } from '../support/http';
import { Office } from '../support/office';
import { accepted, act, report, repairsPath, timelineOf } from '../support/repairs';
import type { Session } from '../support/session';
import type { PageView, RepairView } from '../support/views';

const startMs = 240_000;
const minute = 60_000;

interface OrderView {
  id: string;
  status: string;
  episode: number;
  first: boolean;
  skill: string;
  crewId: string | null;
  technicianId: string | null;
  offeredTo: string[];
  description: string;
  location: { id: string };
}

/** What people do with a repair on its way, each through the gateway. Nobody at the desk sends anybody. */
describe('W2.2: the acts on a repair and its work orders through the gateway', () => {
  let office: Office;
  let resident: Session;
  let desk: Session;
  let technician: Session;
  let technician2: Session;

  beforeAll(async () => {
    office = await Office.start({ deployment: 'all-in-one' });
    [resident, desk] = [await office.as('resident'), await office.as('desk')];
    [technician, technician2] = [await office.as('technician'), await office.as('technician2')];
  }, startMs);
  afterAll(() => office?.stop(), startMs);

  const ordersOf = async (requestId: string): Promise<OrderView[]> =>
    accepted(await desk.get<PageView<OrderView>>(`/api/work-orders?repairRequestId=${requestId}`), 200).items;
  const orderThat = (requestId: string, is: (order: OrderView) => boolean, what: string): Promise<OrderView> =>
    waitFor(async () => (await ordersOf(requestId)).find(is), { what });
  const sent = (requestId: string, episode = 1): Promise<OrderView> =>
    orderThat(requestId, (order) => order.episode === episode && order.status === 'assigned', 'an order that was assigned');
  const work = async (who: Session, order: { id: string }, verb: string, body: object = {}): Promise<OrderView> =>
    accepted(await who.post<OrderView>(`/api/work-orders/${order.id}/${verb}`, body), 200);
  const becomes = (id: string, status: string) =>
    waitFor(async () => accepted(await resident.get<RepairView>(`${repairsPath}/${id}`), 200).status === status, { what: `the request to be ${status}` });
  const tells = (id: string, type: string) =>
    waitFor(async () => (await timelineOf(resident, id)).find((entry) => entry.type === type), { what: `${type} on the timeline` });
  async function started(more: Record<string, unknown> = {}): Promise<{ id: string; order: OrderView }> {
    const { id } = await report(resident, more);
    const order = await sent(id);
    for (const verb of ['accept', 'arrive']) await work(technician, order, verb);
    return { id, order };
  }

  it('the straight road: sent by skill, accepted by the technician, done', async () => {
    const { id } = await report(resident);
    const order = await sent(id);
    expect(order).toMatchObject({ skill: 'plumbing', technicianId: null, crewId: expect.any(String) });
    expect((await work(technician, order, 'accept')).technicianId).toBe(technician.who.id);
    await becomes(id, 'assigned');
    await work(technician, order, 'arrive');
    await becomes(id, 'in-progress');
    await work(technician, order, 'finish', { workDone: '更换软管' });
    await becomes(id, 'resolved');
    for (const step of ['created', 'assigned', 'accepted', 'arrived', 'finished']) await tells(id, `dispatch.work-order-${step}.v1`);
    expect((await timelineOf(technician, id)).length).toBeGreaterThan(0);
  });

  it('a cancelled request withdraws its work order, also one that was accepted', async () => {
    const { id } = await report(resident);
    const order = await sent(id);
    await work(technician, order, 'accept');
    accepted(await act(resident, id, 'cancel', { reason: '已经好了' }), 200);
    await orderThat(id, ({ status }) => status === 'withdrawn', 'the order to be withdrawn');
    expect((await technician.post<Problem>(`/api/work-orders/${order.id}/arrive`, {})).status).toBe(409);
  });

  it('work waits for a reason and goes on', async () => {
    const { id, order } = await started();
    expect((await work(technician, order, 'pause', { reason: 'waiting-for-parts' })).status).toBe('paused');
    await becomes(id, 'waiting');
    await work(technician, order, 'resume');
    await becomes(id, 'in-progress');
    await work(technician, order, 'finish', { workDone: '换好了' });
  });

  it('an order handed back is no longer theirs to see, nor is its request', async () => {
    const { id } = await report(resident, { contact: { name: '李敏', phone: '13800138000' } });
    const order = await sent(id);
    await work(technician, order, 'accept');
    await waitFor(async () => (await technician.get(`${repairsPath}/${id}/contact`)).status === 200, { what: 'the technician to see whom to call' });
    await work(technician, order, 'decline', { reason: '不会修' });
    await tells(id, 'dispatch.work-order-declined.v1');
    await waitFor(async () => (await technician.get(`${repairsPath}/${id}`)).status === 404, { what: 'the request to be hidden' });
    const refused = [await technician.get(`${repairsPath}/${id}/contact`), await technician.post(`${repairsPath}/${id}/comment`, { comment: '?' })];
    expect(refused.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('an order is handed over to a colleague, who goes on', async () => {
    const { id, order } = await started();
    expect(await work(technician, order, 'transfer', { technicianId: technician2.who.id, reason: '换班' })).toMatchObject({ status: 'assigned', technicianId: technician2.who.id });
    expect((await technician.post<Problem>(`/api/work-orders/${order.id}/accept`, {})).status).toBe(403);
    for (const verb of ['accept', 'arrive']) await work(technician2, order, verb);
    await work(technician2, order, 'finish', { workDone: '换好了' });
    await becomes(id, 'resolved');
  });

  it('an offered order goes to the one who claims it first', async () => {
    const { id } = await report(resident, { category: 'light', description: '客厅灯不亮' });
    const order = await orderThat(id, ({ status }) => status === 'offered', 'the order to be offered');
    const answers = await Promise.all([technician, technician2].map((each) => each.post<OrderView>(`/api/work-orders/${order.id}/claim`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await tells(id, 'dispatch.work-order-accepted.v1');
  });

  it('a further order keeps the request open; who helped does not follow it up, who finished may still read it', async () => {
    const { id, order } = await started();
    await work(technician, order, 'finish', { workDone: '止水', helperIds: [technician2.who.id], furtherOrder: { skill: 'plumbing', reason: '等配件' } });
    const further = await orderThat(id, ({ first, status }) => !first && status === 'assigned', 'the further order');
    expect(accepted(await resident.get<RepairView>(`${repairsPath}/${id}`), 200).status).not.toBe('resolved');
    for (const verb of ['accept', 'arrive']) await work(technician2, further, verb);
    await work(technician2, further, 'finish', { workDone: '换管' });
    await becomes(id, 'resolved');
    expect((await technician.get(`${repairsPath}/${id}`)).status).toBe(200);
    const [row] = await waitFor(
      async () => {
        const rows = await office.query<{ workers: string[] }>('SELECT array_agg(person_id::text) AS workers FROM followups.episode_worker WHERE repair_request_id = $1', [id]);
        return rows[0]?.workers && rows;
      },
      { what: 'followups to know who worked' },
    );
    expect(row!.workers.sort()).toEqual([technician.who.id, technician2.who.id].sort());
  });

  it('G3: a wrong category is corrected in sight of all, and a comment is taken back', async () => {
    const { id } = await report(resident);
    await sent(id);
    await becomes(id, 'assigned');
    accepted(await act(desk, id, 'correct', { category: 'light', reason: '是灯不亮' }), 200);
    expect((await tells(id, 'tickets.repair-corrected.v1')).summary).toContain('是灯不亮');
    // Another trade is sent: the order is offered to it, and the request is nobody's until somebody claims it.
    await orderThat(id, ({ status, skill }) => status === 'offered' && skill === 'electricity', 'the order to be offered to another trade');
    await becomes(id, 'open');
    accepted(await act(desk, id, 'comment', { comment: '写错地方了' }), 200);
    accepted(await act(desk, id, 'take-back', {}), 200);
    await tells(id, 'tickets.act-taken-back.v1');
    expect(JSON.stringify(await timelineOf(resident, id))).not.toContain('写错地方了');
  });

  it('G3: a corrected home reaches whoever is sent, before they have accepted and after', async () => {
    const { id } = await report(resident);
    const order = await sent(id);
    const homes = accepted(await desk.get<PageView<{ id: string }>>('/api/homes?limit=20'), 200).items;
    const other = homes.find((home) => home.id !== resident.homeId)!.id;
    const goesTo = (homeId: string) =>
      waitFor(async () => accepted(await technician.get<OrderView>(`/api/work-orders/${order.id}`), 200).location.id === homeId, { what: `the technician to see home ${homeId}` });
    accepted(await act(desk, id, 'correct', { location: { homeId: other }, description: '楼上漏水', reason: '登记错了房号' }), 200);
    await goesTo(other);
    expect(await work(technician, order, 'accept')).toMatchObject({ description: '楼上漏水', location: { id: other } });
    accepted(await act(desk, id, 'correct', { location: { homeId: resident.homeId }, reason: '原来的房号没错' }), 200);
    await goesTo(resident.homeId);
    expect((await tells(id, 'dispatch.work-order-corrected.v1')).summary).toContain('已按更正后的报修更新');
    const isTold = async () =>
      accepted(await technician.get<PageView<{ kind: string; subject: { id: string } }>>('/api/inbox'), 200).items.some(
        ({ kind, subject }) => kind === 'work-order-changed' && subject.id === order.id,
      );
    await waitFor(isTold, { what: 'the technician to be told' });
  });

  it('a person reopens what is resolved: a new episode with an order of its own', async () => {
    const { id, order } = await started();
    await work(technician, order, 'finish', { workDone: '换好了' });
    await becomes(id, 'resolved');
    accepted(await act(resident, id, 'reopen', { reason: '又漏了' }), 200);
    const again = await sent(id, 2);
    expect(again).toMatchObject({ first: true });
    expect(accepted(await resident.get<RepairView>(`${repairsPath}/${id}`), 200)).toMatchObject({ episode: 2 });
  });

  it('G7: the contact is masked for the desk, and shown in full when it is asked for', async () => {
    const contact = { name: '李敏', phone: '13800138000' };
    const { id } = await report(resident, { contact });
    expect(accepted(await desk.get(`${repairsPath}/${id}`), 200)).toMatchObject({ contact: { phone: '138****8000' } });
    expect(accepted(await desk.get(`${repairsPath}/${id}/contact`), 200)).toEqual(contact);
    const looks = await office.query<{ actor_id: string }>(`SELECT actor_id FROM tickets.audit WHERE object_id = $1 AND operation = 'tickets.readContact'`, [id]);
    expect(looks).toEqual([{ actor_id: desk.who.id }]);
  });

  it('G2: what is entered late needs a reason, and shows when it happened', async () => {
    const { id, order } = await started();
    const happenedAt = new Date(Date.now() + minute).toISOString();
    await office.clock.forward(40 * minute);
    const late = { workDone: '换好了', happenedAt };
    const refused = await technician.post<Problem>(`/api/work-orders/${order.id}/finish`, late);
    expect(refused.status).toBe(400);
    await work(technician, order, 'finish', { ...late, lateReason: '地下室没有信号' });
    expect((await tells(id, 'dispatch.work-order-finished.v1')).happenedAt).toBe(happenedAt);
  });

  it('leaves every invariant intact', async () => {
    expect(await office.verify()).toEqual([]);
  }, 180_000);
});
