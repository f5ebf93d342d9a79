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

describe('the straight road (main flow 3 and 4)', () => {
  it('leads from a request to finished work, each step an event', async () => {
    const crew = await site.crew(['plumbing']);
    const [technician] = crew.members as [(typeof crew.members)[0]];
    const { orderId } = await site.report();
    expect(await dispatch.act(orderId, 'accept', technician)).toMatchObject({
      status: 200,
      body: { status: 'accepted', crewId: crew.id, technicianId: technician.personId, choice: { matched: 'skill', openJobs: 0, cap: 8 } },
    });
    expect((await dispatch.act(orderId, 'arrive', technician)).body.status).toBe('on-site');
    expect((await dispatch.act(orderId, 'pause', technician, { reason: 'waiting-for-parts' })).body).toMatchObject({
      status: 'paused',
      pauseReason: 'waiting-for-parts',
      reviewAt: expect.any(String),
    });
    expect((await dispatch.act(orderId, 'resume', technician)).body).toMatchObject({ status: 'on-site', pauseReason: null });
    const finished = await dispatch.act(orderId, 'finish', technician, { workDone: '换了阀门', materials: [{ name: '阀门', quantity: 1 }] });
    expect(finished).toMatchObject({ status: 200, body: { status: 'finished', workDone: '换了阀门', allowedMoves: [], version: 7 } });
    expect(await dispatch.told(orderId)).toEqual([
      'work-order-created',
      'work-order-assigned',
      'work-order-accepted',
      'work-order-arrived',
      'work-order-paused',
      'work-order-resumed',
      'work-order-finished',
    ]);
    expect((await dispatch.events(orderId)).at(-1)!.data).toMatchObject({ remaining: 0, technicianId: technician.personId });
  });

  it('names the legal moves to who tries another', async () => {
    const { members } = await site.crew(['plumbing']);
    const { orderId } = await site.report();
    expect(await dispatch.act(orderId, 'finish', members[0]!, { workDone: '好了' })).toMatchObject({
      status: 409,
      body: { code: 'illegal-move', detail: expect.stringContaining('Allowed now: assign, accept, decline, transfer') },
    });
  });

  it('sends work to the crew with fewer open jobs', async () => {
    const [a, b] = [await site.crew(['plumbing']), await site.crew(['plumbing'])];
    for (let i = 0; i < 6; i += 1) await site.report();
    const counts = await dispatch.rows('SELECT count(*)::int AS n FROM work_order WHERE crew_id = ANY ($1) GROUP BY crew_id', [[a.id, b.id]]);
    expect(counts).toEqual([{ n: 3 }, { n: 3 }]);
  });

  it('queues visibly what no crew can do, until the desk assigns it by hand', async () => {
    const { orderId, requestId } = await site.report('assign', 'lift');
    expect((await dispatch.events(orderId)).at(-1)).toMatchObject({ type: 'dispatch.work-order-queued.v1', data: { why: 'no-crew' } });
    const desk = site.holding('desk');
    const queue = await dispatch.ask(`GET /api/work-orders?status=queued&repairRequestId=${requestId}`, desk);
    expect(queue.body.items).toMatchObject([{ id: orderId, status: 'queued' }]);
    const crew = await site.crew(['plumbing']);
    const [technician] = crew.members;
    expect((await dispatch.act(orderId, 'assign', desk, { technicianId: technician!.personId })).body).toMatchObject({ status: 'assigned', crewId: crew.id });
    expect((await dispatch.act(orderId, 'accept', technician!)).status).toBe(200);
  });
});

describe('an episode (I3)', () => {
  it('has one first order however often it is announced', async () => {
    await site.crew(['plumbing']);
    const { requestId, event } = await site.report();
    expect(await dispatch.hearAgain(event)).toEqual([{ kind: 'ack' }]);
    // Not the same event again, but the same fact.
    expect(await dispatch.hear({ ...event, id: newId() })).toEqual([{ kind: 'ack' }]);
    expect(await site.orders(requestId)).toHaveLength(1);
  });

  it('has one first order when it is announced by many at once', async () => {
    await site.crew(['plumbing']);
    const event = site.requested('assign', 'plumbing');
    await Promise.all(Array.from({ length: 12 }, () => dispatch.hear({ ...event, id: newId() })));
    expect(await site.orders(event.subject)).toMatchObject([{ first: true, state: 'assigned' }]);
  });

  it('begins anew when the request is reopened', async () => {
    await site.crew(['plumbing']);
    const { requestId } = await site.report();
    await dispatch.hear(site.reopened(requestId, 2));
    expect((await site.orders(requestId)).map(({ first }) => first)).toEqual([true, true]);
  });

  it('cannot have two first orders: the database refuses the second', async () => {
    const { requestId } = await site.report('manual');
    const columns = (await dispatch.rows<{ list: string }>(
      `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS list FROM pg_attribute
       WHERE attrelid = 'work_order'::regclass AND attnum > 0 AND attname NOT IN ('id', 'number')`,
    ))[0]!.list;
    const twin = `INSERT INTO work_order (id, number, ${columns}) SELECT $1, 'W-twin', ${columns} FROM work_order WHERE repair_request_id = $2`;
    await expect(dispatch.rows(twin, [newId(), requestId])).rejects.toMatchObject({ constraint: 'work_order_first' });
  });
});

describe('an order handed back', () => {
  it('goes to another crew, and the first sees it no more', async () => {
    const [a, b] = [await site.crew(['plumbing']), await site.crew(['plumbing'])];
    const { orderId } = await site.report();
    const first = (await dispatch.rows<{ crew_id: string }>('SELECT crew_id FROM work_order WHERE id = $1', [orderId]))[0]!.crew_id;
    const [mine, other] = first === a.id ? [a, b] : [b, a];
    const declined = await dispatch.act(orderId, 'decline', mine.members[0]!, { reason: '没有配件' });
    expect(declined.body).toMatchObject({ status: 'assigned', crewId: other.id, technicianId: null });
    expect(await dispatch.told(orderId)).toEqual(['work-order-created', 'work-order-assigned', 'work-order-declined', 'work-order-assigned']);
    expect((await dispatch.act(orderId, 'accept', mine.members[0]!)).status).toBe(404);
    expect((await dispatch.act(orderId, 'accept', other.members[0]!)).status).toBe(200);
  });

  it('waits for the lead where there is no other crew', async () => {
    const { members } = await site.crew(['plumbing']);
    const { orderId } = await site.report();
    expect((await dispatch.act(orderId, 'decline', members[0]!, { reason: '人手不够' })).body).toMatchObject({ status: 'queued', crewId: null });
    expect((await dispatch.events(orderId)).at(-1)).toMatchObject({ data: { why: 'declined' } });
  });
});

describe('finishing with a further order', () => {
  it('leaves the episode unresolved until that is finished too', async () => {
    const [plumber] = (await site.crew(['plumbing'])).members as [Awaited<ReturnType<Site['member']>>];
    const [mason] = (await site.crew(['masonry'])).members as [Awaited<ReturnType<Site['member']>>];
    const { orderId, requestId } = await site.report();
    await dispatch.act(orderId, 'accept', plumber);
    await dispatch.act(orderId, 'arrive', plumber);
    const furtherOrder = { skill: 'masonry', reason: '墙面要补' };
    expect((await dispatch.act(orderId, 'finish', plumber, { workDone: '管道已换', furtherOrder, helperIds: [mason.personId] })).status).toBe(200);
    expect((await dispatch.events(orderId)).at(-1)!.data).toMatchObject({ remaining: 1, helperIds: [mason.personId] });
    const further = (await site.orders(requestId)).find(({ first }) => !first)!;
    expect(further).toMatchObject({ skill: 'masonry', state: 'assigned' });
    await dispatch.act(further.id, 'accept', mason);
    await dispatch.act(further.id, 'arrive', mason);
    await dispatch.act(further.id, 'finish', mason, { workDone: '墙面已补' });
    expect((await dispatch.events(further.id)).at(-1)!.data).toMatchObject({ remaining: 0 });
  });

  it('refuses a helper nobody knows, and changes nothing', async () => {
    const [technician] = (await site.crew(['plumbing'])).members;
    const { orderId, requestId } = await site.report();
    await dispatch.act(orderId, 'accept', technician!);
    await dispatch.act(orderId, 'arrive', technician!);
    const input = { workDone: '好了', helperIds: [newId()], furtherOrder: { skill: 'masonry', reason: '补墙' } };
    expect(await dispatch.act(orderId, 'finish', technician!, input)).toMatchObject({ status: 400, body: { code: 'helper-unknown' } });
    expect(await site.orders(requestId)).toHaveLength(1);
  });
});

describe('who may', () => {
  it('only members of the crew accept; others do not even see the order', async () => {
    await site.crew(['plumbing']);
    const stranger = await site.crew(['lift']);
    const { orderId } = await site.report();
    expect((await dispatch.act(orderId, 'accept', stranger.members[0]!)).status).toBe(404);
    expect((await dispatch.ask('GET /api/work-orders', stranger.members[0]!)).body.items).toEqual([]);
    expect((await dispatch.act(orderId, 'accept', site.holding('resident'))).status).toBe(403);
    expect((await dispatch.act(orderId, 'assign', new Site(dispatch).holding('desk'), { crewId: stranger.id })).status).toBe(404);
  });

  it('a colleague of the crew does not finish what somebody else accepted', async () => {
    const [mine, colleague] = (await site.crew(['plumbing'], 2)).members;
    const { orderId } = await site.report();
    await dispatch.act(orderId, 'accept', mine!);
    expect(await dispatch.act(orderId, 'arrive', colleague!)).toMatchObject({ status: 403, body: { code: 'somebody-elses' } });
  });

  it('an act entered later than 15 minutes needs a reason, and none is before the one it follows (G2)', async () => {
    const [technician] = (await site.crew(['plumbing'])).members;
    const { orderId } = await site.report();
    const early = new Date(Date.now() - 60_000).toISOString();
    expect(await dispatch.act(orderId, 'accept', technician!, { happenedAt: early })).toMatchObject({ status: 400, body: { code: 'happened-before-previous' } });
    const longAgo = new Date(Date.now() - 3_600_000).toISOString();
    expect((await dispatch.act(orderId, 'accept', technician!, { happenedAt: longAgo })).status).toBe(400);
  });
});

describe('the feed of a crew', () => {
  it('has gapless versions of its own, whatever happens at once', async () => {
    const crew = await site.crew(['plumbing']);
    await Promise.all(Array.from({ length: 20 }, () => dispatch.hear(site.requested('assign', 'plumbing'))));
    const feed = await dispatch.events(crew.id);
    expect(feed.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(new Set(feed.map(({ data }) => data.workOrderId)).size).toBe(20);
  });
});

describe('the copies', () => {
  it('show the label of the place as it reads today, older news ignored', async () => {
    await site.crew(['plumbing']);
    const { orderId } = await site.report();
    const place = (label: string, version: number) =>
      announced(
        version === 1 ? 'directory.place-registered.v1' : 'directory.place-changed.v1',
        site.home,
        site.id,
        {
          placeId: site.home,
          kind: 'home',
          parentId: null,
          buildingId: null,
          code: '501',
          nameZh: '501',
          nameEn: null,
          label,
          labelEn: label,
          timeZone: null,
          externalCode: null,
        },
        { aggregateversion: version },
      );
    await dispatch.hear(place('3栋501', 2));
    await dispatch.hear(place('3栋旧名', 1));
    expect((await dispatch.ask(`GET /api/work-orders/${orderId}`, site.holding('desk'))).body.location).toMatchObject({ id: site.home, label: '3栋501' });
  });

  it('send nothing to who has left the crew', async () => {
    const crew = await site.crew(['plumbing'], 0);
    const personId = newId();
    const membershipId = newId();
    const data = { membershipId, crewId: crew.id, personId, lead: false, from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' };
    await dispatch.hear(announced('directory.crew-member-left.v1', membershipId, site.id, data, { aggregateversion: 2 }));
    const { orderId } = await site.report('manual');
    expect(await dispatch.act(orderId, 'assign', site.holding('desk'), { technicianId: personId })).toMatchObject({ status: 400, body: { code: 'technician-unknown' } });
  });
});
