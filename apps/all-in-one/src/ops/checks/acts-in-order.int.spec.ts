import { directory } from '@property-office/directory';
import { newId } from '@property-office/kernel';
import { notifications } from '@property-office/notifications';
import { prepareDatabase } from '@property-office/persistence';
import { testDatabase } from '@property-office/testing';
import { Client } from 'pg';
import { actsInOrder } from './acts-in-order';
import type { CheckContext } from './check';

let database: Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const own = await testDatabase({
    template: 'notices_for_checks',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [directory.schema, notifications.schema], roleSecret: 'spec' }),
  });
  drop = own.drop;
  database = new Client({ connectionString: own.adminUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await drop();
});

const producers = ['directory', 'notifications'];
const found = () => actsInOrder.run({ database, producers } as unknown as CheckContext);

/** Facts of one notice as they are recorded, each with the minute at which it happened. */
async function notice(...facts: ReadonlyArray<[string, number]>): Promise<void> {
  const id = newId();
  for (const [index, [fact, minute]] of facts.entries())
    await database.query(
      `INSERT INTO notifications.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
       VALUES (gen_random_uuid(), $1, 'notice', $2, $3, $2, timestamptz '2026-11-01 10:00Z' + $4 * interval '1 minute', '2026-11-01 12:00Z', gen_random_uuid(), 'clerk', '{}')`,
      [`notifications.notice-${fact}.v1`, id, index + 1, minute],
    );
}

it('slips may have been left before what was recorded since the release, and nothing follows them; no other act may', async () => {
  await notice(['released', 0], ['reminded', 20], ['slips-left', 10], ['acknowledged', 20]);
  expect(await found()).toEqual([]);
  await notice(['released', 0], ['slips-left', 30], ['corrected', 20], ['withdrawn', 10]);
  expect(await found()).toHaveLength(1);
});
