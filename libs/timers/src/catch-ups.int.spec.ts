import { outboxMigrations } from '@property-office/outbox';
import { appRole, Database, databaseUrlFor, prepareDatabase } from '@property-office/persistence';
import { patientLimits, testDatabase, waitFor, type TestDatabase } from '@property-office/testing';
import { CatchUps, timerMigrations } from './index';

const schema = { service: 'timertoy', entities: [], migrations: [...outboxMigrations, ...timerMigrations], poolSize: 5 };
const roleSecret = 'spec';

let test: TestDatabase;
let database: Database;
let catchUps: CatchUps;
const warnings: string[] = [];

beforeEach(async () => {
  test = await testDatabase({ template: 'timers', prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret, testClock: true }) });
  database = new Database(schema, databaseUrlFor(test.adminUrl, appRole('timertoy'), roleSecret), patientLimits);
  await database.connect();
  warnings.length = 0;
  catchUps = new CatchUps(database, { warn: (line) => warnings.push(line) });
});
afterEach(async () => {
  await catchUps.stop();
  await database.close();
  await test.drop();
});

it('what the version before left undone is made good at the start, each piece in a transaction of its own', async () => {
  const done: string[] = [];
  catchUps.on('words', async (tx) => {
    const [row] = await tx.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
    return done.push(row!.id) < 3;
  });
  catchUps.start();
  await waitFor(() => done.length === 3, { what: 'all pieces' });
  await catchUps.stop();
  expect(new Set(done).size).toBe(3);
});

describe('rows that lack something', () => {
  const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);
  const bad = new Map<string, Error | string>();

  beforeEach(async () => {
    bad.clear();
    await database.query(`INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status) SELECT id, 'lacks', id, id::text, now(), 'set' FROM unnest($1::uuid[]) id`, [ids(430)]);
    catchUps.onRows<{ id: string }>('names', {
      find: (tx, after, atMost) => tx.query(`SELECT id FROM timer WHERE kind = 'lacks' AND id > $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`, [after, atMost]),
      keep: (tx, { id }) => {
        const reason = bad.get(id);
        if (reason instanceof Error) throw reason;
        // Refused by the database, which aborts the transaction with all that is in it.
        tx.send(`UPDATE timer SET kind = 'made good', status = $2 WHERE id = $1`, [id, reason ?? 'set']);
      },
    });
  });

  const left = async (): Promise<string[]> => (await database.query<{ id: string }>(`SELECT id FROM timer WHERE kind = 'lacks' ORDER BY id`)).map(({ id }) => id);

  it('are all made good but those that cannot be, which are counted, named without what is in them, and tried again each time', async () => {
    const all = ids(430);
    const damaged = Object.assign(new Error('何建国 13800000000'), { code: 'field-damaged' });
    // The first of a batch, two beside each other, the last of all.
    for (const n of [0, 7, 8, 429]) bad.set(all[n]!, damaged);
    bad.set(all[300]!, 'no such status');
    expect([await catchUps.run(), catchUps.left]).toEqual([true, 5]);
    expect(await left()).toEqual([0, 7, 8, 300, 429].map((n) => all[n]));
    const said = `names: 5 rows cannot be made good and stay as they were, all others are: ${[0, 7, 8].map((n) => `${all[n]} (field-damaged)`).join(', ')}, ${all[300]} (23514), ${all[429]} (field-damaged)`;
    expect(warnings).toEqual([said]);
    await catchUps.run();
    expect(warnings).toEqual([said]);
    bad.clear();
    expect([await catchUps.run(), catchUps.left, await left()]).toEqual([true, 0, []]);
    expect(warnings).toEqual([said, 'names: all rows are made good now']);
  });

  it('are none of them at fault where the database is away: it is tried again as a whole', async () => {
    bad.set(ids(2)[1]!, Object.assign(new Error('away'), { code: '57P01' }));
    expect([await catchUps.run(), catchUps.left]).toEqual([false, 0]);
    expect(warnings).toEqual(['names could not be caught up with, and is tried again: away']);
    expect(await left()).toHaveLength(430);
  });
});

it('one that fails takes back what it did, says so once and holds up no other; the next round tries it again', async () => {
  const tried: string[] = [];
  catchUps.on('words', async (tx) => {
    tried.push('words');
    await tx.query(`INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status) VALUES (gen_random_uuid(), 'x', gen_random_uuid(), 'x', now(), 'set')`);
    throw new Error('a row that nobody can read');
  });
  catchUps.on('names', () => Promise.resolve(tried.push('names') < 0));
  expect([await catchUps.run(), await catchUps.run()]).toEqual([false, false]);
  expect(tried).toEqual(['words', 'names', 'words', 'names']);
  expect(warnings).toEqual(['words could not be caught up with, and is tried again: a row that nobody can read']);
  expect(await database.query('SELECT 1 FROM timer')).toEqual([]);
});
