import type { EventData } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, DispatchUnderTest } from './dispatch.fixture';
import { Site } from './site.fixture';

let dispatch: DispatchUnderTest;
let site: Site;

beforeAll(async () => {
  dispatch = await DispatchUnderTest.open();
});
beforeEach(() => {
  site = new Site(dispatch);
});
afterAll(() => dispatch.close());

const electric = { category: 'socket', skill: 'electricity' as const };
const home = (id: string) => ({ location: { kind: 'home' as const, id } });

interface Row extends Record<string, unknown> {
  state: string;
  location_id: string;
  description: string;
  skill: string;
  category: string;
  crew_id: string | null;
}
const ordersOf = (requestId: string) =>
  dispatch.rows<Row>('SELECT state, location_id, description, skill, category, crew_id FROM work_order WHERE repair_request_id = $1 ORDER BY id', [requestId]);
const orderOf = async (requestId: string) => (await ordersOf(requestId))[0]!;

describe('a corrected request (G3)', () => {
  it('sends whoever has accepted to the right home, and tells the crew', async () => {
    const crew = await site.crew(['plumbing']);
    const [technician] = crew.members;
    const { orderId, requestId } = await site.report();
    const right = newId();
    await dispatch.hear(announced('directory.home-care-changed.v1', site.home, site.id, { homeId: site.home, wishes: '别人家的愿望', noPhone: true, contactId: newId() }));
    await dispatch.act(orderId, 'accept', technician!);
    expect(await dispatch.hear(site.corrected(requestId, home(right), { description: '卫生间渗水' }))).toEqual([{ kind: 'ack' }]);
    expect((await dispatch.ask(`GET /api/work-orders/${orderId}`, technician!)).body).toMatchObject({
      status: 'accepted',
      technicianId: technician!.personId,
      location: { kind: 'home', id: right },
      description: '卫生间渗水',
      door: null,
    });
    expect((await dispatch.events(orderId)).at(-1)).toMatchObject({
      type: 'dispatch.work-order-corrected.v1',
      data: { changed: ['location', 'description'], dispatchedAnew: false, ...home(right), crewId: crew.id, technicianId: technician!.personId },
    });
    expect((await dispatch.events(crew.id)).at(-1)).toMatchObject({ type: 'dispatch.work-order-changed.v1', data: { workOrderId: orderId, ...home(right) } });
    expect(JSON.stringify(await dispatch.events(orderId))).not.toContain('渗水');
  });

  it('sends another trade while nobody has accepted', async () => {
    const [plumbers, electricians] = [await site.crew(['plumbing']), await site.crew(['electricity'])];
    const { orderId, requestId } = await site.report();
    await dispatch.hear(site.corrected(requestId, electric));
    expect(await orderOf(requestId)).toMatchObject({ state: 'assigned', skill: 'electricity', category: 'socket', crew_id: electricians.id });
    expect((await dispatch.told(orderId)).slice(-2)).toEqual(['work-order-corrected', 'work-order-assigned']);
    expect((await dispatch.events(plumbers.id)).at(-1)).toMatchObject({ type: 'dispatch.work-order-released.v1', data: { why: 'elsewhere' } });
    expect((await dispatch.act(orderId, 'accept', plumbers.members[0]!)).status).toBe(404);
    expect((await dispatch.act(orderId, 'accept', electricians.members[0]!)).status).toBe(200);
  });

  it('also the crew that handed it back as another job', async () => {
    const crew = await site.crew(['plumbing', 'electricity']);
    const { orderId, requestId } = await site.report();
    await dispatch.act(orderId, 'decline', crew.members[0]!, { reason: '不是水的问题' });
    expect(await orderOf(requestId)).toMatchObject({ state: 'queued', crew_id: null });
    await dispatch.hear(site.corrected(requestId, electric));
    expect(await orderOf(requestId)).toMatchObject({ state: 'assigned', crew_id: crew.id });
  });

  it('leaves an accepted order of another trade with whom it is', async () => {
    const [plumbers] = [await site.crew(['plumbing']), await site.crew(['electricity'])];
    const { orderId, requestId } = await site.report();
    await dispatch.act(orderId, 'accept', plumbers.members[0]!);
    await dispatch.hear(site.corrected(requestId, electric));
    expect(await orderOf(requestId)).toMatchObject({ state: 'accepted', skill: 'electricity', crew_id: plumbers.id });
    expect((await dispatch.events(plumbers.id)).at(-1)).toMatchObject({ type: 'dispatch.work-order-changed.v1' });
  });

  it('reaches a further order, which keeps its own trade; finished work stays as it was', async () => {
    const crew = await site.crew(['plumbing', 'masonry']);
    const { orderId, requestId } = await site.report();
    for (const verb of ['accept', 'arrive']) await dispatch.act(orderId, verb, crew.members[0]!);
    await dispatch.act(orderId, 'finish', crew.members[0]!, { workDone: '止水', furtherOrder: { skill: 'masonry', reason: '补墙' } });
    const right = newId();
    await dispatch.hear(site.corrected(requestId, { ...electric, ...home(right) }));
    expect(await ordersOf(requestId)).toMatchObject([
      { state: 'finished', skill: 'plumbing', location_id: site.home },
      { state: 'assigned', skill: 'masonry', category: 'socket', location_id: right },
    ]);
    expect((await dispatch.told(orderId)).at(-1)).toBe('work-order-finished');
  });

  it('changes nothing that its orders do not copy', async () => {
    const { orderId, requestId } = await site.report();
    const before = await dispatch.told(orderId);
    await dispatch.hear(site.corrected(requestId, { reporterId: newId(), urgent: true }));
    expect(await dispatch.told(orderId)).toEqual(before);
  });
});

describe('a correction that crosses', () => {
  it('corrected before the beginning was heard: the order is born right', async () => {
    const electricians = await site.crew(['electricity']);
    const requested = site.requested('assign', 'plumbing');
    const right = newId();
    for (const event of [site.corrected(requested.subject, { ...electric, ...home(right) }), requested]) await dispatch.hear(event);
    expect(await ordersOf(requested.subject)).toMatchObject([{ state: 'assigned', skill: 'electricity', location_id: right, crew_id: electricians.id }]);
  });

  it('two corrections, and one taken back, in whatever order: the last one counts', async () => {
    await site.crew(['plumbing']);
    const [wrong, right] = [newId(), newId()];
    for (const order of [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]) {
      const { requestId } = await site.report();
      const facts = [
        site.corrected(requestId, home(right)),
        site.corrected(requestId, home(wrong), { version: 3 }),
        takenBack(requestId, 4, home(right)),
      ];
      for (const i of order) expect(await dispatch.hear(facts[i]!)).toEqual([{ kind: 'ack' }]);
      expect(await orderOf(requestId)).toMatchObject({ location_id: right });
    }
  });

  it('corrected while withdrawn: the restored order says it', async () => {
    const crew = await site.crew(['plumbing']);
    const { orderId, requestId } = await site.report();
    const right = newId();
    await dispatch.act(orderId, 'accept', crew.members[0]!);
    await dispatch.hear({ ...site.cancelled(requestId), aggregateversion: 3 });
    await dispatch.hear(site.corrected(requestId, home(right)));
    expect(await orderOf(requestId)).toMatchObject({ state: 'withdrawn', location_id: site.home });
    await dispatch.hear({ ...site.uncancelled(requestId), aggregateversion: 4 });
    expect(await orderOf(requestId)).toMatchObject({ state: 'accepted', location_id: right });
    expect((await dispatch.told(orderId)).slice(-2)).toEqual(['work-order-restored', 'work-order-corrected']);
  });

  it('another trade needed while withdrawn: the restored order is sent anew, once', async () => {
    const [, electricians] = [await site.crew(['plumbing']), await site.crew(['electricity'])];
    const { orderId, requestId } = await site.report();
    await dispatch.hear({ ...site.cancelled(requestId), aggregateversion: 3 });
    await dispatch.hear(site.corrected(requestId, electric));
    await dispatch.hear({ ...site.uncancelled(requestId), aggregateversion: 4 });
    expect(await orderOf(requestId)).toMatchObject({ state: 'assigned', crew_id: electricians.id });
    expect((await dispatch.told(orderId)).slice(-3)).toEqual(['work-order-restored', 'work-order-corrected', 'work-order-assigned']);
  });

  it('finished before it was heard: nothing follows', async () => {
    const [technician] = (await site.crew(['plumbing'])).members;
    const { orderId, requestId } = await site.report();
    for (const verb of ['accept', 'arrive']) await dispatch.act(orderId, verb, technician!);
    await dispatch.act(orderId, 'finish', technician!, { workDone: '好了' });
    expect(await dispatch.hear(site.corrected(requestId, home(newId())))).toEqual([{ kind: 'ack' }]);
    expect(await orderOf(requestId)).toMatchObject({ state: 'finished', location_id: site.home });
    expect((await dispatch.told(orderId)).at(-1)).toBe('work-order-finished');
  });
});

function takenBack(requestId: string, version: number, to: EventData<'tickets.act-taken-back.v1'>['to']) {
  const act = { eventId: newId(), version: version - 1, type: 'tickets.repair-corrected.v1' as const };
  const data = { number: 'R-20261123-10001', episode: 1, act, state: 'open', from: {}, to };
  return announced('tickets.act-taken-back.v1', requestId, site.id, data, { aggregateversion: version });
}
