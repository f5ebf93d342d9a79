import {
  appRole,
  Database,
  databaseUrlFor,
  prepareDatabase,
  type ServiceSchema,
} from '@property-office/persistence';
import { patientLimits, testDatabase, type TestDatabase } from '@property-office/testing';
import { accessMigrations, takeQuotas } from './index';

const schema: ServiceSchema = {
  service: 'quota_spec',
  entities: [],
  migrations: accessMigrations,
  poolSize: 5,
};
const roleSecret = 'spec';
let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await testDatabase({
    template: 'quota_spec',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret }),
  });
  database = new Database(schema, databaseUrlFor(own.adminUrl, appRole(schema.service), roleSecret), patientLimits);
  await database.connect();
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const take = (key: string, most = 3) =>
  database.transaction((tx) => takeQuotas(tx, [{ key, most, seconds: 60 }]));
const countOf = async (key: string) =>
  (await database.query<{ count: number }>('SELECT count FROM quota WHERE key = $1', [key]))[0]?.count;

test('so many times in a window, then it says for how long not; a refusal does not count', async () => {
  for (let i = 0; i < 3; i++) await take('a');
  await expect(take('a')).rejects.toMatchObject({ code: 'quota-used-up', retryAfter: expect.any(Number) });
  await expect(take('a')).rejects.toMatchObject({ code: 'quota-used-up' });
  expect(await countOf('a')).toBe(3);
  await take('b');
});

test('side by side no more pass than in a row', async () => {
  const told = await Promise.allSettled(Array.from({ length: 12 }, () => take('side by side')));
  expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('a window that is over begins again', async () => {
  for (let i = 0; i < 3; i++) await take('over');
  await database.query(
    `UPDATE quota SET ends_at = clock_timestamp() - interval '1 second' WHERE key = 'over'`,
  );
  await take('over');
  expect(await countOf('over')).toBe(1);
});

test('what is undone was never counted, and one refusal undoes all', async () => {
  const both = (tx: Parameters<typeof takeQuotas>[0]) =>
    takeQuotas(tx, [
      { key: 'first', most: 9, seconds: 60 },
      { key: 'second', most: 0, seconds: 60 },
    ]);
  await expect(database.transaction(both)).rejects.toMatchObject({ code: 'quota-used-up' });
  expect(await countOf('first')).toBeUndefined();
});

test('old windows of others go', async () => {
  await take('forgotten');
  await database.query(
    `UPDATE quota SET ends_at = clock_timestamp() - interval '1 hour' WHERE key = 'forgotten'`,
  );
  await take('another');
  expect(await countOf('forgotten')).toBeUndefined();
});
