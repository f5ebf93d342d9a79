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
