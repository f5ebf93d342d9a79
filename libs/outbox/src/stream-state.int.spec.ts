import { openToy, type Toy } from './fixtures/toy-schema';
import { RelayLeader } from './relay-leader';
import { fillPending, readStreamState } from './stream-state';

let toy: Toy;
let leader: RelayLeader;
const refill = { stream: 'EVENTS_TICKETS', route: null, epoch: 2 };

beforeEach(async () => {
  toy = await openToy();
  leader = new RelayLeader(toy.database);
  await leader.hold();
});
afterEach(() => toy.close());

/** A ledger as years make it: one event of each aggregate, `daysOld` old. */
const record = (count: number, daysOld: number) =>
  toy.asAdmin(
    `INSERT INTO ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at,
                         actor_id, actor_role, data)
     SELECT gen_random_uuid(), 'tickets.repair-requested.v1', 'repair-request', gen_random_uuid(), 1, gen_random_uuid(), t, t,
            gen_random_uuid(), 'resident', '{}'
     FROM generate_series(1, $1), (SELECT platform.now() - $2 * interval '1 day' AS t)`,
    [count, daysOld],
  );

test('a rebuild makes the last 30 days pending range by range, and leaves what is older', async () => {
  await record(12_000, 40);
  await record(23_000, 3);
  expect(await fillPending(toy.database, leader, refill)).toBe(23_000);
  const [pending] = await toy.asAdmin<{ events: string; transactions: string }>(
    'SELECT count(*) AS events, count(DISTINCT xmin::text) AS transactions FROM outbox_pending',
  );
  expect(pending).toEqual({ events: '23000', transactions: '3' });
  expect(await readStreamState(toy.database, refill.stream)).toMatchObject({ epoch: 2, created: null });
});

test('of an interrupted one nothing is lost or doubled when it begins anew', async () => {
  await record(15_000, 3);
  await fillPending(toy.database, leader, refill);
  await toy.asAdmin('DELETE FROM outbox_pending WHERE seq > 7000');
  expect(await fillPending(toy.database, leader, { ...refill, epoch: 3 })).toBe(15_000);
});

test('one that another leader has overtaken ends', async () => {
  await record(5, 3);
  await toy.asAdmin('UPDATE relay_leader SET fence = fence + 1, holder = gen_random_uuid()');
  await expect(fillPending(toy.database, leader, refill)).rejects.toThrow('another relay leads now');
});
