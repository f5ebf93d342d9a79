import { askedPrincipal } from '@property-office/backbone';
import { workOrderBelongingsPath, type Principal } from '@property-office/contracts';
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

async function account({ personId, accountId }: Principal, ...became: Array<'opened' | 'closed'>): Promise<void> {
  for (const [i, what] of became.entries())
    await dispatch.hear(announced(`directory.account-${what}.v1`, accountId, site.id, { accountId, personId }, { aggregateversion: i + 1 }));
}

describe('who has left gets no work (G6)', () => {
  it('neither assigned nor transferred, and the superior who answers meanwhile is named', async () => {
    const { members } = await site.crew(['plumbing'], 3);
    const [mine, gone, here] = members as [Principal, Principal, Principal];
    await account(mine, 'opened');
    await account(gone, 'opened', 'closed');
    const desk = site.holding('desk');
    const { orderId } = await site.report();
    const before = await dispatch.told(orderId);
    const assigned = await dispatch.act(orderId, 'assign', desk, { technicianId: gone.personId });
    expect(assigned).toMatchObject({ status: 400, body: { code: 'person-gone', errors: [{ pointer: '/technicianId' }] } });

    const [lineId, superiorId] = [newId(), newId()];
    const line = { lineId, personId: gone.personId, superiorId, from: '2026-01-01T00:00:00.000Z', until: null };
    await dispatch.hear(announced('directory.superior-set.v1', lineId, site.id, line));
    const named = await dispatch.act(orderId, 'assign', desk, { technicianId: gone.personId });
    expect(named.body).toMatchObject({ code: 'person-gone-answered', detail: expect.stringContaining(superiorId) });
    expect(await dispatch.told(orderId)).toEqual(before);

    await dispatch.act(orderId, 'accept', mine);
    const given = await dispatch.act(orderId, 'transfer', mine, { technicianId: gone.personId, reason: '换班' });
    expect(given).toMatchObject({ status: 400, body: { code: 'person-gone-answered', errors: [{ pointer: '/technicianId' }] } });
    expect((await dispatch.act(orderId, 'transfer', mine, { technicianId: here.personId, reason: '换班' })).status).toBe(200);
  });

  it('but somebody with another account has come back', async () => {
    const { members } = await site.crew(['plumbing']);
    const [back] = members as [Principal];
    await account(back, 'opened', 'closed');
    await account({ ...back, accountId: newId() }, 'opened');
    const { orderId } = await site.report();
    expect((await dispatch.act(orderId, 'assign', site.holding('desk'), { technicianId: back.personId })).status).toBe(200);
  });
});

it('what somebody has in hand of repairs is each order of theirs until it is finished, whoever of their crew might have it (G6)', async () => {
  const { members } = await site.crew(['plumbing'], 2);
  const [mine, mate] = members as [Principal, Principal];
  const inHand = async ({ personId }: Principal) =>
    (await dispatch.askInside(workOrderBelongingsPath, { personId, reader: askedPrincipal(site.holding('director')) }, 'directory')).body.items;
  const [first, second, other] = [await site.report(), await site.report(), await site.report()];
  await dispatch.act(first.orderId, 'accept', mine);
  expect((await dispatch.act(second.orderId, 'assign', site.holding('desk'), { technicianId: mine.personId })).status).toBe(200);
  const [assigned] = await inHand(mine);
  expect(assigned).toEqual({ kind: 'work-order', id: first.orderId, number: expect.stringMatching(/^W-/), siteId: site.id, from: expect.stringMatching(/Z$/) });
  expect([(await inHand(mine)).map(({ id }: { id: string }) => id), await inHand(mate)]).toEqual([[first.orderId, second.orderId], []]);
  // Since it is theirs, whatever happens to it afterwards: the first stays the oldest.
  await dispatch.act(first.orderId, 'arrive', mine);
  expect((await dispatch.act(first.orderId, 'pause', mine, { reason: 'waiting-for-parts' })).status).toBe(200);
  expect((await dispatch.act(second.orderId, 'accept', mine)).status).toBe(200);
  const since = (await inHand(mine)).map(({ id, from }: { id: string; from: string }) => [id, from]);
  expect(since).toEqual([[first.orderId, assigned.from], [second.orderId, expect.any(String)]]);
  const [given] = await dispatch.rows<{ happened_at: Date }>(
    `SELECT happened_at FROM ledger WHERE aggregate_id = $1 AND type = 'dispatch.work-order-assigned.v1' AND data ->> 'technicianId' = $2`,
    [second.orderId, mine.personId],
  );
  expect(since[1][1]).toBe(given!.happened_at.toISOString());

  await dispatch.act(first.orderId, 'resume', mine);
  await dispatch.act(first.orderId, 'finish', mine, { workDone: '换了密封圈' });
  await dispatch.hear(site.cancelled(second.requestId));
  await dispatch.act(other.orderId, 'accept', mine);
  const [{ from: taken }] = await inHand(mine);
  await dispatch.act(other.orderId, 'transfer', mine, { technicianId: mate.personId, reason: '换班' });
  const theirs = await inHand(mate);
  expect([await inHand(mine), theirs.map(({ id }: { id: string }) => id)]).toEqual([[], [other.orderId]]);
  await dispatch.act(other.orderId, 'transfer', mate, { technicianId: mine.personId, reason: '换班' });
  // Theirs again is theirs anew.
  const [again] = await inHand(mine);
  expect([again.id, taken < theirs[0].from, theirs[0].from < again.from]).toEqual([other.orderId, true, true]);
});
