import type { Database } from '@property-office/persistence';
import { InTurns } from './in-turns';

/** A database whose uses come to an end when told to. */
function held(poolSize: number) {
  const inside: Array<() => void> = [];
  let most = 0;
  const wait = () => new Promise<never[]>((resolve) => (most = Math.max(most, inside.push(() => resolve([])))));
  return { database: { service: 'toys', poolSize, query: wait, transaction: wait } as unknown as Database, inside, most: () => most };
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it.each([[4, 3], [10, 9], [3, 3], [1, 3]])('of a pool of %i connections %i are used at most; the others wait for their turn and fail at nothing', async (poolSize, most) => {
  const { database, inside, most: seen } = held(poolSize);
  const used = new InTurns(database);
  const begun = Array.from({ length: 20 }, (_, n): Promise<unknown> => (n % 5 === 0 ? used.query('SELECT 1') : used.transaction(async () => [])));
  let done = 0;
  for (const each of begun) void each.then(() => (done += 1));
  for (await settled(); done < begun.length; await settled()) inside.shift()!();
  expect(seen()).toBe(most);
});

it('one that fails leaves its place to the next', async () => {
  const used = new InTurns({ poolSize: 2, query: () => Promise.reject(new Error('away')) } as unknown as Database);
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => used.query('SELECT 1')));
  expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
});
