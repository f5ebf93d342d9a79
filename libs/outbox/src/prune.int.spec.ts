import { newId } from '@property-office/kernel';
import { forgetReceived } from './forget-received';
import { refusingLargeDeletes } from './fixtures/large-deletes';
import { settlingOn } from './fixtures/settling';
import { openToy, type Toy } from './fixtures/toy-schema';
import { prune } from './prune';

let toy: Toy;
beforeEach(async () => {
  toy = await openToy();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await toy.close();
});

const receive = (consumer: string, events: number, daysAgo: number) =>
  toy.asAdmin(
    `INSERT INTO inbox (consumer, event_id, received_at)
     SELECT $1, gen_random_uuid(), now() - $3 * interval '1 day' FROM generate_series(1, $2)`,
    [consumer, events, daysAgo],
  );
const left = async () =>
  (await toy.asAdmin<{ consumer: string; events: number }>('SELECT consumer, count(*)::int AS events FROM inbox GROUP BY 1 ORDER BY 1')).map(
    ({ consumer, events }) => `${consumer} ${events}`,
  );

test('what is too much for one statement goes in smaller pieces', async () => {
  await receive('a', 3_000, 61);
  await receive('a', 5, 59);
  await refusingLargeDeletes(toy, 'inbox', 1_000);
  await prune(toy.database);
  expect(await left()).toEqual(['a 5']);
});

test('one part that fails does not keep the others from their turn', async () => {
  await receive('a', 10, 61);
  await toy.asAdmin(`INSERT INTO attempt VALUES ('a', $1, 1, NULL, now() - interval '61 days')`, [newId()]);
  await refusingLargeDeletes(toy, 'attempt', 0);
  await expect(prune(toy.database)).rejects.toThrow('statement timeout');
  expect(await left()).toEqual([]);
});

test('a sweeper prunes some time after it began, and one that failed not again at once', async () => {
  const chance = jest.spyOn(Math, 'random').mockReturnValue(0.5);
  await receive('a', 10, 61);
  await settlingOn(toy.database).sweeper.sweep();
  expect(await left()).toEqual(['a 10']);

  chance.mockReturnValue(0);
  await refusingLargeDeletes(toy, 'inbox', 0);
  const { sweeper, logged } = settlingOn(toy.database);
  await sweeper.sweep();
  await sweeper.sweep();
  expect(logged).toEqual(['sweeper: prune: canceling statement due to statement timeout']);
});

test('old rows are found by an index that tells them from young ones wherever they lie', async () => {
  const [index] = await toy.asAdmin<{ method: string }>(
    `SELECT amname AS method FROM pg_class JOIN pg_am ON pg_am.oid = relam WHERE relname = 'inbox_received_at'`,
  );
  expect(index).toEqual({ method: 'btree' });
});

test('a reaction forgets what it received some of it at a time, and nobody else’s', async () => {
  await receive('a', 25_000, 1);
  await receive('b', 5, 1);
  await toy.asAdmin(`INSERT INTO reaction_position SELECT 'a', gen_random_uuid(), 1 FROM generate_series(1, 11000)`);
  for (const table of ['inbox', 'reaction_position']) await refusingLargeDeletes(toy, table, 10_000);
  await forgetReceived(toy.database, 'a');
  expect(await left()).toEqual(['b 5']);
  expect(await toy.asAdmin('SELECT 1 FROM reaction_position')).toEqual([]);
});
