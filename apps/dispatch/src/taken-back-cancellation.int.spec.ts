import { DispatchUnderTest } from './dispatch.fixture';
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

describe('a cancellation taken back (G3)', () => {
  it('gives the order back to who was at it, in the state it had', async () => {
    const crew = await site.crew(['plumbing']);
    const [technician] = crew.members;
    const { orderId, requestId } = await site.report();
    for (const verb of ['accept', 'arrive']) await dispatch.act(orderId, verb, technician!);
    await dispatch.hear(site.cancelled(requestId));
    expect(await site.orders(requestId)).toMatchObject([{ state: 'withdrawn' }]);
    await dispatch.hear(site.uncancelled(requestId));
    expect(await site.orders(requestId)).toMatchObject([{ id: orderId, first: true, state: 'on-site', crew_id: crew.id }]);
    expect((await dispatch.told(orderId)).slice(-2)).toEqual(['work-order-withdrawn', 'work-order-restored']);
    expect((await dispatch.told(crew.id)).slice(-2)).toEqual(['work-order-released', 'work-order-dispatched']);
    expect((await dispatch.act(orderId, 'finish', technician!, { workDone: '好了' })).status).toBe(200);
  });

  it('heard before the cancellation: nothing is withdrawn, whoever has the order keeps it', async () => {
    await site.crew(['plumbing']);
    const { orderId, requestId } = await site.report();
    await dispatch.hear(site.uncancelled(requestId));
    expect(await dispatch.hear(site.cancelled(requestId))).toEqual([{ kind: 'ack' }]);
    expect(await site.orders(requestId)).toMatchObject([{ id: orderId, state: 'assigned' }]);
  });

  it('is one first order, dispatched, in whatever order the three are heard (I3)', async () => {
    await site.crew(['plumbing']);
    for (const order of [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]) {
      const requested = site.requested('assign', 'plumbing');
      const facts = [requested, site.cancelled(requested.subject), site.uncancelled(requested.subject)];
      for (const i of order) expect(await dispatch.hear(facts[i]!)).toEqual([{ kind: 'ack' }]);
      expect(await site.orders(requested.subject)).toMatchObject([{ first: true, state: 'assigned' }]);
    }
  });

  it('does not stand in the way of another cancellation', async () => {
    await site.crew(['plumbing']);
    const { requestId } = await site.report();
    await dispatch.hear(site.cancelled(requestId));
    await dispatch.hear(site.uncancelled(requestId));
    await dispatch.hear({ ...site.cancelled(requestId), aggregateversion: 4 });
    expect(await site.orders(requestId)).toMatchObject([{ state: 'withdrawn' }]);
  });
});
