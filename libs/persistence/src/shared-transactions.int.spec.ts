import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from './database';
import { isInfrastructureError, isUniqueViolation, UnknownOutcomeError } from './errors';
import { Line } from './fixtures/line';
import { toyDatabase, type ToyDatabase } from './fixtures/toy-database';
import { defaultLimits } from './limits';
import { SharedTransactions } from './shared-transactions';
import { rowsStatement } from './statement';
import type { Transaction } from './transaction';

const insertNotes = rowsStatement<{ id: number; words: string }>(
  'toy_notes',
  'INSERT INTO note (id, words) SELECT id, words FROM json_to_recordset($1) AS new (id int, words text)',
);
let toy: ToyDatabase;
/** Waits longer for a connection than the product: a machine that runs other tests beside may stand still for two seconds. */
let patient: Database;
const acquireMs = 15_000;
beforeAll(async () => {
  toy = await toyDatabase();
  patient = await toy.open(toy.url, { ...defaultLimits, acquireMs });
});
afterAll(() => toy.close());

let next = 1;
const note = (id: number, words = 'gathered') => (tx: Transaction) => {
  tx.gather(insertNotes, { id, words });
  return id;
};
const idsOf = (n: number) => Array.from({ length: n }, () => next++);
/** The transaction each note was written in. */
async function writtenIn(ids: number[]): Promise<string[]> {
  const rows = await toy.database.query<{ xmin: string }>(
    'SELECT xmin::text FROM note WHERE id = ANY ($1) ORDER BY id',
    [ids],
  );
  return rows.map(({ xmin }) => xmin);
}

describe('works that come at once', () => {
  test('share few transactions, and each hears its own result', async () => {
    const ids = idsOf(40);
    const shared = new SharedTransactions(patient, acquireMs);
    expect(await Promise.all(ids.map((id) => shared.run(note(id))))).toEqual(ids);
    const transactions = await writtenIn(ids);
    expect(transactions).toHaveLength(40);
    // Three begin alone, the others share: 16 at most in one.
    expect(new Set(transactions).size).toBeLessThanOrEqual(6);
  });

  test('run each in the context of its caller', async () => {
    const caller = new AsyncLocalStorage<number>();
    const shared = new SharedTransactions(patient, acquireMs);
    const heard = await Promise.all(
      idsOf(10).map((id) => caller.run(id, () => shared.run((tx) => [note(id)(tx), caller.getStore()]))),
    );
    expect(heard.every(([id, store]) => id === store)).toBe(true);
  });

  test('are repeated one by one when one of them is refused, by PostgreSQL or by itself: the others stand', async () => {
    const [taken] = idsOf(1) as [number];
    const ids = idsOf(20);
    await patient.transaction(async (tx) => note(taken)(tx));
    const shared = new SharedTransactions(patient, acquireMs);
    const refused = (tx: Transaction) => {
      note(next++)(tx);
      throw new Error('refused');
    };
    const outcomes = await Promise.allSettled([
      ...ids.slice(0, 10).map((id) => shared.run(note(id))),
      shared.run(note(taken)),
      shared.run(refused),
      ...ids.slice(10).map((id) => shared.run(note(id))),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    const [twin, own] = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as Error] : []));
    expect(isUniqueViolation(twin)).toBe(true);
    expect(own).toEqual(new Error('refused'));
    expect(await writtenIn([...ids, taken])).toHaveLength(21);
    expect(await writtenIn([next - 1])).toEqual([]);
  });

  test('are not repeated when nobody knows whether they stand', async () => {
    const line = await Line.to(toy.url);
    const database = await toy.open(line.url);
    const ids = idsOf(12);
    const shared = new SharedTransactions(database);
    line.cutAfterSending('COMMIT');
    const outcomes = await Promise.allSettled(ids.map((id) => shared.run(note(id))));
    const unknown = outcomes.filter(
      (each) => each.status === 'rejected' && each.reason instanceof UnknownOutcomeError,
    );
    expect(unknown.length).toBeGreaterThan(0);
    expect(outcomes.every((each) => each.status === 'fulfilled' || isInfrastructureError(each.reason))).toBe(
      true,
    );
    expect(new Set(await writtenIn(ids)).size).toBeLessThanOrEqual(ids.length);
    line.close();
  });

  test('do not wait longer for their turn than for a connection', async () => {
    const shared = new SharedTransactions(toy.database, 300);
    const slow = (id: number) => shared.run(note(id, 'slow to commit')).catch((error: unknown) => error);
    const holders = idsOf(3).map(slow);
    const began = performance.now();
    const error = await shared.run(note(next++)).catch((reason: unknown) => reason);
    expect(isInfrastructureError(error)).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
    await toy.database.query('SELECT 1').catch(() => undefined);
    const [client] = [await toy.open(toy.adminUrl)];
    await client!.query(
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COMMIT%' AND datname = current_database()`,
    );
    await Promise.all(holders);
  });
});
