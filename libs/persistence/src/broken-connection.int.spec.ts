import { Client } from 'pg';
import { waitFor } from '@property-office/testing';
import type { Database } from './database';
import { isInfrastructureError, UnknownOutcomeError } from './errors';
import { Line } from './fixtures/line';
import { toyDatabase, toySchema, type ToyDatabase } from './fixtures/toy-database';
import { defaultLimits } from './limits';

const insert = 'INSERT INTO note (id, words) VALUES ($1, $2)';
const quick = { acquireMs: 500, statementMs: 300, answerMs: 800, idleInTransactionMs: 400 };
let toy: ToyDatabase;
beforeAll(async () => {
  toy = await toyDatabase();
});
afterEach(() => lines.splice(0).forEach((line) => line.close()));
afterAll(() => toy.close());

const lines: Line[] = [];
async function lineTo(url: string): Promise<Line> {
  const line = await Line.to(url);
  lines.push(line);
  return line;
}

let next = 1000;
async function asAdmin<T>(sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: toy.adminUrl });
  await client.connect();
  try {
    return (await client.query(sql, params)).rows as T[];
  } finally {
    await client.end();
  }
}
const stored = async (id: number) =>
  (await asAdmin('SELECT 1 FROM persistence_toy.note WHERE id = $1', [id])).length;
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Every connection of the pool is as good as new. */
async function expectSound(database: Database): Promise<void> {
  const answers = await Promise.all(
    Array.from({ length: toySchema.poolSize }, () =>
      database.transaction(async (tx) =>
        tx.query(
          `SELECT count(*)::int AS locks FROM pg_locks WHERE pid = pg_backend_pid() AND mode = 'RowExclusiveLock'`,
        ),
      ),
    ),
  );
  expect(answers.flat()).toEqual(Array.from({ length: toySchema.poolSize }, () => ({ locks: 0 })));
  expect(database.poolState()).toMatchObject({ waiting: 0 });
  expect(database.poolState().total).toBeLessThanOrEqual(toySchema.poolSize);
}

test('the server ends the connection in the middle of the work', async () => {
  const id = next++;
  const error = await failureOf(
    toy.database.transaction(async (tx) => {
      await tx.query(insert, [id, 'lost']);
      const [{ pid }] = (await tx.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await asAdmin('SELECT pg_terminate_backend($1)', [pid]);
      await tx.query('SELECT pg_sleep(5)').catch(() => undefined);
      // TypeORM calls its runner "already released" now; that is not what is told.
      await tx.manager.query('SELECT 1');
    }),
  );
  expect(isInfrastructureError(error)).toBe(true);
  expect(error).not.toBeInstanceOf(UnknownOutcomeError);
  expect(await stored(id)).toBe(0);
  await expectSound(toy.database);
});

test('the connection was lost before COMMIT was sent: nothing is unknown', async () => {
  const id = next++;
  const error = await failureOf(
    toy.database.transaction(async (tx) => {
      await tx.query(insert, [id, 'lost']);
      const [{ pid }] = (await tx.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await asAdmin('SELECT pg_terminate_backend($1)', [pid]);
      await waitFor(
        async () =>
          tx.query('SELECT 1').then(
            () => false,
            () => true,
          ),
        { what: 'the loss to be noticed' },
      );
    }),
  );
  expect(isInfrastructureError(error)).toBe(true);
  expect(error).not.toBeInstanceOf(UnknownOutcomeError);
  expect(await stored(id)).toBe(0);
});

test('the server ends the connection in the middle of COMMIT: unknown, and it does not stand', async () => {
  const id = next++;
  const failing = failureOf(toy.database.transaction(async (tx) => tx.send(insert, [id, 'slow to commit'])));
  await waitFor(
    () =>
      asAdmin(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'`,
      ).then((rows) => rows.length),
    { what: 'COMMIT to be under way' },
  );
  expect(await failing).toBeInstanceOf(UnknownOutcomeError);
  expect(await stored(id)).toBe(0);
  await expectSound(toy.database);
});

test('the line is cut behind COMMIT: unknown, and it does stand', async () => {
  const line = await lineTo(toy.url);
  const database = await toy.open(line.url);
  const id = next++;
  line.cutAfterSending('COMMIT');
  const error = await failureOf(database.transaction(async (tx) => tx.send(insert, [id, 'kept'])));
  expect(error).toBeInstanceOf(UnknownOutcomeError);
  await waitFor(() => stored(id), { what: 'the commit' });
  await expectSound(database);
});

test('a connection that ends in the moment in which it changes hands ends nothing else', async () => {
  const line = await lineTo(toy.url);
  const database = await toy.open(line.url);
  const each = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: toySchema.poolSize }, work));
  const pids = await each(async () =>
    database.transaction(async (tx) => (await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid'))[0]!.pid),
  );
  line.hold();
  const reads = each(() => database.query('SELECT 42 AS answer'));
  const waiting = each(() => failureOf(database.transaction(async (tx) => tx.query('SELECT 1'))));
  const seen = (sql: string) => asAdmin(`SELECT 1 FROM pg_stat_activity WHERE pid = ANY ($1) AND ${sql}`, [pids]);
  await waitFor(async () => (await seen(`query = 'SELECT 42 AS answer' AND state = 'idle'`)).length === pids.length, {
    what: 'the reads to be answered',
  });
  await asAdmin('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS t (pid)', [pids]);
  await waitFor(async () => (await seen('true')).length === 0, { what: 'the connections to be ended' });
  line.letGo();
  expect(await reads).toEqual(pids.map(() => [{ answer: 42 }]));
  for (const error of await waiting) expect(isInfrastructureError(error)).toBe(true);
  await expectSound(database);
});

test('a server that does not answer is given up, and its connection with it', async () => {
  const line = await lineTo(toy.url);
  const database = await toy.open(line.url, quick);
  const begun = Date.now();
  const error = await failureOf(
    database.transaction(async (tx) => {
      line.freeze();
      tx.send('SELECT 1');
      await tx.query('SELECT 2');
    }),
  );
  expect(isInfrastructureError(error)).toBe(true);
  expect(Date.now() - begun).toBeLessThan(2 * quick.answerMs + 500);
  await expectSound(database);
});

test('a transaction that could not even begin leaves no connection behind that has begun', async () => {
  await asAdmin('ALTER FUNCTION platform.now() RENAME TO later');
  for (let i = 0; i < toySchema.poolSize; i++)
    expect(await failureOf(toy.database.transaction(async () => undefined))).toMatchObject({ code: '42883' });
  await asAdmin('ALTER FUNCTION platform.later() RENAME TO now');
  await expectSound(toy.database);
});

test('a statement that takes too long ends by the server; the connection goes on', async () => {
  const database = await toy.open(toy.url, quick);
  const pid = (await database.query('SELECT pg_backend_pid() AS pid'))[0];
  expect(await failureOf(database.transaction(async (tx) => tx.query('SELECT pg_sleep(5)')))).toMatchObject({
    code: '57014',
  });
  expect((await database.query('SELECT pg_backend_pid() AS pid'))[0]).toEqual(pid);
  await expectSound(database);
});

test('a transaction somebody forgot loses its locks', async () => {
  const database = await toy.open(toy.url, quick);
  const id = next++;
  const error = await failureOf(
    database.transaction(async (tx) => {
      await tx.query(insert, [id, 'forgotten']);
      await waitFor(
        () =>
          asAdmin(`SELECT 1 FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'`).then(
            (rows) => rows.length === 0,
          ),
        {
          what: 'the server to end it',
        },
      );
    }),
  );
  expect(isInfrastructureError(error)).toBe(true);
  expect(await stored(id)).toBe(0);
  await expectSound(database);
});

test('no free connection is an answer within two seconds, and none is lost', async () => {
  const hasty = await toy.open(toy.url, defaultLimits);
  const held: Array<() => void> = [];
  const holders = Array.from({ length: toySchema.poolSize }, () =>
    hasty.transaction(() => new Promise<void>((resolve) => held.push(resolve))),
  );
  await waitFor(() => held.length === toySchema.poolSize, { what: 'all connections to be held' });
  const begun = Date.now();
  const errors = await Promise.all([
    failureOf(hasty.transaction(async () => undefined)),
    failureOf(hasty.query('SELECT 1')),
  ]);
  expect(errors.every(isInfrastructureError)).toBe(true);
  expect(Date.now() - begun).toBeLessThan(defaultLimits.acquireMs + 500);
  expect(hasty.poolState()).toEqual({ total: 3, idle: 0, waiting: 0 });
  for (const release of held) release();
  await Promise.all(holders);
  await expectSound(hasty);
});

test('a database that is away is an infrastructure error, before it was opened and after it was closed as well', async () => {
  const line = await lineTo(toy.url);
  const database = await toy.open(line.url, quick);
  line.close();
  expect(isInfrastructureError(await failureOf(database.transaction(async () => undefined)))).toBe(true);
  expect(isInfrastructureError(await failureOf(database.query('SELECT 1')))).toBe(true);
  await database.close();
  expect(isInfrastructureError(await failureOf(database.transaction(async () => undefined)))).toBe(true);
  expect(isInfrastructureError(await failureOf(database.query('SELECT 1')))).toBe(true);
});
