import { grantAccess, revokeAccess } from '@property-office/access';
import { waitFor } from '@property-office/testing';
import { DispatchUnderTest } from './dispatch.fixture';
import { Site } from './site.fixture';

let dispatch: DispatchUnderTest;
let site: Site;

beforeAll(async () => {
  dispatch = await DispatchUnderTest.open();
  site = new Site(dispatch);
});
afterAll(() => dispatch.close());

const somebodyWaits = () =>
  waitFor(async () => (await dispatch.rows(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length > 0, {
    what: 'somebody to wait for the lock',
  });

it('whoever waits for an order that is given away meanwhile finds it is no longer theirs', async () => {
  const [from, to] = [await site.crew(['lift']), await site.crew(['greening'])];
  const [technician] = from.members;
  const { orderId: objectId } = await site.report('assign', 'lift');
  let waiting: ReturnType<typeof dispatch.act> | undefined;
  await dispatch.runtime.database.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM episode JOIN work_order o USING (repair_request_id, episode) WHERE o.id = $1 FOR UPDATE OF episode', [objectId]);
    waiting = dispatch.act(objectId, 'accept', technician!);
    await somebodyWaits();
    const entry = { objectId, siteId: site.id, right: 'act' as const, sourceVersion: 3 };
    revokeAccess(tx, { ...entry, subject: `crew:${from.id}` });
    grantAccess(tx, { ...entry, subject: `crew:${to.id}` });
    tx.send('UPDATE work_order SET crew_id = $2 WHERE id = $1', [objectId, to.id]);
  });
  expect(await waiting).toMatchObject({ status: 404, body: { code: 'work-order-unknown' } });
  expect(await dispatch.rows('SELECT state, crew_id, technician_id FROM work_order WHERE id = $1', [objectId])).toEqual([
    { state: 'assigned', crew_id: to.id, technician_id: null },
  ]);
  expect((await dispatch.act(objectId, 'accept', to.members[0]!)).status).toBe(200);
});

it('whose the order is counts, also where access to it has not been ended', async () => {
  const [from, to] = [await site.crew(['masonry']), await site.crew(['cleaning'])];
  const { orderId } = await site.report('assign', 'masonry');
  await dispatch.rows('UPDATE work_order SET crew_id = $2 WHERE id = $1', [orderId, to.id]);
  expect((await dispatch.act(orderId, 'accept', from.members[0]!)).status).toBe(404);
});
