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

const stateOf = async (id: string) => (await dispatch.rows<{ state: string }>('SELECT state FROM work_order WHERE id = $1', [id]))[0]!.state;

describe('facts that cross', () => {
  it('cancel before accept: the order is withdrawn, the crew told, accepting refused', async () => {
    const crew = await site.crew(['plumbing']);
    const { orderId, requestId } = await site.report();
    await dispatch.hear(site.cancelled(requestId));
    expect(await dispatch.act(orderId, 'accept', crew.members[0]!)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('nothing') } });
    expect(await dispatch.told(orderId)).toEqual(['work-order-created', 'work-order-assigned', 'work-order-withdrawn']);
    expect((await dispatch.events(crew.id)).at(-1)).toMatchObject({ type: 'dispatch.work-order-released.v1', version: 2, data: { why: 'withdrawn' } });
  });

  it('accept before cancel: withdrawn all the same', async () => {
    const crew = await site.crew(['plumbing']);
    const { orderId, requestId } = await site.report();
    expect((await dispatch.act(orderId, 'accept', crew.members[0]!)).status).toBe(200);
    await dispatch.hear(site.cancelled(requestId));
    expect(await stateOf(orderId)).toBe('withdrawn');
    expect((await dispatch.events(crew.id)).at(-1)!.data).toMatchObject({ why: 'withdrawn', technicianId: crew.members[0]!.personId });
  });

  it('finish before cancel: finished work stands, and the cancellation came too late', async () => {
    const [technician] = (await site.crew(['plumbing'])).members;
    const { orderId, requestId } = await site.report();
    for (const verb of ['accept', 'arrive']) await dispatch.act(orderId, verb, technician!);
    await dispatch.act(orderId, 'finish', technician!, { workDone: '好了' });
    expect(await dispatch.hear(site.cancelled(requestId))).toEqual([{ kind: 'ack' }]);
    expect(await stateOf(orderId)).toBe('finished');
    expect((await dispatch.events(orderId)).at(-1)).toMatchObject({ type: 'dispatch.fact-came-too-late.v1', data: { state: 'finished', fact: 'repair-cancelled' } });
  });

  it('cancel before finish: nothing is left to finish', async () => {
    const [technician] = (await site.crew(['plumbing'])).members;
    const { orderId, requestId } = await site.report();
    for (const verb of ['accept', 'arrive']) await dispatch.act(orderId, verb, technician!);
    await dispatch.hear(site.cancelled(requestId));
    expect((await dispatch.act(orderId, 'finish', technician!, { workDone: '好了' })).status).toBe(409);
    expect(await stateOf(orderId)).toBe('withdrawn');
  });

  it('cancel at the same moment as finish: one of the two outcomes, never a failure (what the closest systems get wrong: state written without checking the old one)', async () => {
    const [technician] = (await site.crew(['plumbing'])).members;
    for (let i = 0; i < 20; i += 1) {
      const { orderId, requestId } = await site.report();
      for (const verb of ['accept', 'arrive']) await dispatch.act(orderId, verb, technician!);
      const [finish, [heard]] = await Promise.all([
        dispatch.act(orderId, 'finish', technician!, { workDone: '好了' }),
        dispatch.hear(site.cancelled(requestId)),
      ]);
      expect(heard).toEqual({ kind: 'ack' });
      expect([finish.status, await stateOf(orderId)]).toEqual(finish.status === 200 ? [200, 'finished'] : [409, 'withdrawn']);
    }
  });

  it('cancel heard before its request: one first order, withdrawn', async () => {
    const crew = await site.crew(['plumbing']);
    const event = site.requested('assign', 'plumbing');
    await dispatch.hear(site.cancelled(event.subject));
    await dispatch.hear(event);
    expect(await site.orders(event.subject)).toMatchObject([{ first: true, state: 'withdrawn' }]);
    expect(await dispatch.events(crew.id)).toEqual([]);
  });

  it('transfer before arrive: who had it is refused, who got it goes on', async () => {
    const [from, to] = (await site.crew(['plumbing'], 2)).members as [Awaited<ReturnType<Site['member']>>, Awaited<ReturnType<Site['member']>>];
    const { orderId } = await site.report();
    await dispatch.act(orderId, 'accept', from);
    const lead = site.holding('crew-lead');
    expect((await dispatch.act(orderId, 'transfer', lead, { technicianId: to.personId, reason: '请假' })).body).toMatchObject({
      status: 'assigned',
      technicianId: to.personId,
    });
    expect((await dispatch.act(orderId, 'arrive', from)).status).toBe(409);
    expect(await dispatch.act(orderId, 'accept', from)).toMatchObject({ status: 403, body: { code: 'somebody-elses' } });
    expect((await dispatch.act(orderId, 'accept', to)).status).toBe(200);
    expect((await dispatch.act(orderId, 'arrive', to)).status).toBe(200);
  });

  it('arrive before transfer: the order is still handed on, from the site', async () => {
    const [from, to] = (await site.crew(['plumbing'], 2)).members as [Awaited<ReturnType<Site['member']>>, Awaited<ReturnType<Site['member']>>];
    const { orderId } = await site.report();
    await dispatch.act(orderId, 'accept', from);
    await dispatch.act(orderId, 'arrive', from);
    expect((await dispatch.act(orderId, 'transfer', from, { technicianId: to.personId, reason: '需要帮手' })).status).toBe(200);
    expect((await dispatch.events(orderId)).at(-1)!.data).toMatchObject({ how: 'transferred', from: { technicianId: from.personId } });
    expect((await dispatch.act(orderId, 'finish', from, { workDone: '好了' })).status).toBe(409);
  });
});

describe('a merge that crosses (并单)', () => {
  const road = ['assign', 'accept', 'arrive', 'finish'] as const;
  const bodies = (technicianId: string) => ({ assign: { technicianId }, accept: {}, arrive: {}, finish: { workDone: '好了' } });

  it.each([1, 2, 3, 4])('after %d steps of the work: what is unfinished is withdrawn, what is finished stands', async (steps) => {
    const [technician] = (await site.crew(['plumbing'])).members;
    const { orderId, requestId } = await site.report();
    const lead = site.holding('crew-lead');
    for (const verb of road.slice(0, steps)) expect((await dispatch.act(orderId, verb, verb === 'assign' ? lead : technician!, bodies(technician!.personId)[verb])).status).toBe(200);
    await dispatch.hear(site.merged(requestId));
    const finished = steps === 4;
    expect(await stateOf(orderId)).toBe(finished ? 'finished' : 'withdrawn');
    const last = (await dispatch.events(orderId)).at(-1);
    if (finished) expect(last).toMatchObject({ type: 'dispatch.fact-came-too-late.v1', data: { fact: 'repair-merged' } });
    else expect(last).toMatchObject({ type: 'dispatch.work-order-withdrawn.v1' });
  });

  it.each([0, 1, 2, 3])('before step %d of the work: it is refused', async (done) => {
    const [technician] = (await site.crew(['plumbing'])).members;
    const { orderId, requestId } = await site.report();
    const lead = site.holding('crew-lead');
    const step = async (verb: (typeof road)[number]) => (await dispatch.act(orderId, verb, verb === 'assign' ? lead : technician!, bodies(technician!.personId)[verb])).status;
    for (const verb of road.slice(0, done)) await step(verb);
    await dispatch.hear(site.merged(requestId));
    expect(await step(road[done]!)).toBe(409);
    expect(await stateOf(orderId)).toBe('withdrawn');
  });

  it('that is undone puts the order back with whoever had it, in whichever order it is heard', async () => {
    const [technician] = (await site.crew(['plumbing'])).members;
    const { orderId, requestId } = await site.report();
    await dispatch.act(orderId, 'accept', technician!);
    for (const event of [site.merged(requestId), site.unmerged(requestId)]) await dispatch.hear(event);
    expect(await stateOf(orderId)).toBe('accepted');
    expect((await dispatch.act(orderId, 'arrive', technician!)).status).toBe(200);
    const other = await site.report();
    for (const event of [site.unmerged(other.requestId), site.merged(other.requestId)]) await dispatch.hear(event);
    expect(await stateOf(other.orderId)).toBe('assigned');
  });

  it('heard before its request leaves one first order, withdrawn (I3)', async () => {
    await site.crew(['plumbing']);
    const requested = site.requested('assign', 'plumbing');
    for (const event of [site.merged(requested.subject), requested]) await dispatch.hear(event);
    expect(await site.orders(requested.subject)).toMatchObject([{ first: true, state: 'withdrawn' }]);
  });
});
