import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { startTypescript, testDatabase, waitFor, type TestDatabase } from '@property-office/testing';
import { assertMigrated } from './assert-migrated';
import { Database } from './database';
import { prepareDatabase } from './prepare-database';
import { databaseUrlFor } from './service-roles';
import { appRole, ownerRole, type ServiceSchema } from './service-schema';

class First1700000000000 {
  readonly name = 'First1700000000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE thing (id serial PRIMARY KEY, words text)`);
  }
  async down(): Promise<void> {}
}
class Second1700000000001 {
  readonly name = 'Second1700000000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE thing ADD COLUMN more text`);
  }
  async down(): Promise<void> {}
}

// Roles belong to the whole server, and the run's templates make theirs beside us: names of our own.
const suffix = randomUUID().slice(0, 8);
const tea: ServiceSchema = {
  service: `tea_${suffix}`,
  entities: [],
  migrations: [First1700000000000],
  poolSize: 2,
};
const milk: ServiceSchema = { ...tea, service: `milk_${suffix}` };
const roleSecret = 'spec';
let own: TestDatabase;
beforeEach(async () => {
  own = await testDatabase();
});
afterEach(() => own.drop());

async function ask<T = Record<string, unknown>>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}
const prepare = (
  schemas: ServiceSchema[],
  more: { adminUrl?: string; testClock?: boolean; roleSecret?: string } = {},
) => {
  const lines: string[] = [];
  return prepareDatabase({
    adminUrl: own.adminUrl,
    roleSecret,
    schemas,
    log: (line) => lines.push(line),
    ...more,
  }).then(() => lines);
};
const app = (service: string) => databaseUrlFor(own.adminUrl, appRole(service), roleSecret);

test('applies what is new, once, and says so', async () => {
  expect(await prepare([tea])).toEqual([
    `schema ${tea.service}: applied 1 migrations up to First1700000000000`,
  ]);
  expect(await prepare([tea])).toEqual([]);
  expect(await prepare([{ ...tea, migrations: [First1700000000000, Second1700000000001] }])).toEqual([
    `schema ${tea.service}: applied 1 migrations up to Second1700000000001`,
  ]);
  expect(await ask(app(tea.service), `SELECT more FROM ${tea.service}.thing`)).toEqual([]);
});

test('a process works on tables of its own version or of a newer one, and says what is missing of older ones', async () => {
  const newer = { ...tea, migrations: [First1700000000000, Second1700000000001] };
  const started = async (schema: ServiceSchema) => {
    const database = new Database(schema, app(tea.service));
    await database.connect();
    await assertMigrated(database, schema).finally(() => database.close());
  };
  await prepare([{ ...tea, migrations: [] }]);
  await expect(started(tea)).rejects.toThrow(`schema ${tea.service} lacks 1 of 1 migrations, the first is First1700000000000`);
  await prepare([tea]);
  await started(tea);
  await expect(started(newer)).rejects.toThrow(`schema ${tea.service} lacks 1 of 2 migrations, the first is Second1700000000001`);
  await prepare([newer]);
  await Promise.all([started(newer), started(tea)]);
  await ask(own.adminUrl, `REVOKE ALL ON ${tea.service}.migrations FROM ${appRole(tea.service)}`); // as a version before left it
  await expect(started(newer)).rejects.toThrow('an older version prepared the database last');
});

test('a process per service finds its own part unchanged in one query, whatever the others prepare', async () => {
  await prepare([tea]);
  await prepare([milk]);
  const watched = new Client({ connectionString: own.adminUrl });
  await watched.connect();
  await watched.query('SELECT pg_advisory_lock(7203001)'); // whoever has more to do than look waits for this
  for (const schemas of [[tea], [milk], [tea, milk]]) expect(await prepare(schemas)).toEqual([]);
  await watched.end();
});

test('several processes at once do it once', async () => {
  const lines = await Promise.all(Array.from({ length: 4 }, () => prepare([tea, milk])));
  expect(lines.flat().sort()).toHaveLength(2);
  const child = () =>
    startTypescript(join(__dirname, 'fixtures', 'prepare-process.ts'), {
      args: [own.adminUrl, `three_${suffix}`],
    });
  const children = [child(), child()];
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(children.flatMap(({ lines: said }) => said)).toEqual([
    `schema three_${suffix}: applied 1 migrations up to Only1700000000000`,
  ]);
});

test('a failed migration leaves nothing of its schema behind, and is tried again', async () => {
  class Broken1700000000002 {
    readonly name = 'Broken1700000000002';
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('SELECT 1 / 0');
    }
    async down(): Promise<void> {}
  }
  await expect(prepare([{ ...tea, migrations: [First1700000000000, Broken1700000000002] }])).rejects.toThrow(
    /division by zero/,
  );
  expect(
    await ask(
      own.adminUrl,
      `SELECT tablename FROM pg_tables WHERE schemaname = '${tea.service}' AND tablename = 'thing'`,
    ),
  ).toEqual([]);
  expect(await prepare([tea])).toHaveLength(1);
});

test('roles that are missing, as after a restore into another server, are made again', async () => {
  await prepare([tea]);
  await ask(own.adminUrl, `DROP OWNED BY ${appRole(tea.service)}; DROP ROLE ${appRole(tea.service)}`);
  await prepare([tea]);
  expect(await ask(app(tea.service), 'SELECT current_user AS name')).toEqual([
    { name: appRole(tea.service) },
  ]);
});

test('another secret is another password', async () => {
  await prepare([tea]);
  await prepare([tea], { roleSecret: 'changed' });
  await expect(ask(app(tea.service), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  await prepare([tea]);
  expect(await ask(app(tea.service), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('the running role has its data and nothing else', async () => {
  await prepare([tea, milk]);
  const url = app(tea.service);
  const own_ = tea.service;
  expect(await ask(url, `INSERT INTO ${own_}.thing (words) VALUES ('x') RETURNING id`)).toEqual([{ id: 1 }]);
  await ask(url, `UPDATE ${own_}.thing SET words = 'y'; DELETE FROM ${own_}.thing`);
  for (const [what, sql] of Object.entries({
    'a new table': `CREATE TABLE ${own_}.extra (id int)`,
    'a temporary table, which would shadow a real one': `CREATE TEMPORARY TABLE thing (id int)`,
    'a table in public': 'CREATE TABLE public.extra (id int)',
    'a changed table': `ALTER TABLE ${own_}.thing ADD COLUMN x int`,
    'a dropped table': `DROP TABLE ${own_}.thing`,
    'an emptied table': `TRUNCATE ${own_}.thing`,
    'a schema': 'CREATE SCHEMA extra',
    'a role': 'CREATE ROLE extra',
    'being the owner': `SET ROLE ${ownerRole(own_)}`,
    "the migrations' list": `UPDATE ${own_}.migrations SET name = 'x'`,
    "another service's table": `SELECT * FROM ${milk.service}.thing`,
    'what is prepared': 'SELECT * FROM platform.prepared',
  })) {
    await expect(ask(url, sql).then(() => what)).rejects.toMatchObject({ code: '42501' });
  }
});

test('the clock is the server’s, and a test may move it', async () => {
  await prepare([tea]);
  expect(await ask(app(tea.service), 'SELECT platform.now() = transaction_timestamp() AS same')).toEqual([
    { same: true },
  ]);
  await prepare([tea], { testClock: true });
  await ask(own.adminUrl, `UPDATE platform.test_clock SET ahead = '3 days'`);
  expect(
    await ask(app(tea.service), `SELECT platform.now() - transaction_timestamp() = '3 days' AS ahead`),
  ).toEqual([{ ahead: true }]);
  await expect(ask(app(tea.service), `UPDATE platform.test_clock SET ahead = '0'`)).rejects.toMatchObject({
    code: '42501',
  });
  await prepare([tea]);
  expect(await ask(app(tea.service), 'SELECT platform.now() = transaction_timestamp() AS same')).toEqual([
    { same: true },
  ]);
});

test('an administrator that is no superuser can do it', async () => {
  const admin = `admin_${suffix}`;
  await ask(own.adminUrl, `CREATE ROLE ${admin} LOGIN CREATEROLE PASSWORD 'x'`);
  const name = new URL(own.adminUrl).pathname.slice(1);
  await ask(own.adminUrl, `ALTER DATABASE ${name} OWNER TO ${admin}`);
  const adminUrl = own.urlFor(admin, 'x');
  const schema = { ...tea, service: `plain_${suffix}` };
  expect(await prepare([schema], { adminUrl })).toHaveLength(1);
  expect(
    await prepare([{ ...schema, migrations: [First1700000000000, Second1700000000001] }], { adminUrl }),
  ).toHaveLength(1);
  expect(await ask(app(schema.service), `SELECT more FROM ${schema.service}.thing`)).toEqual([]);
});

test('a database that cannot search Chinese is refused', async () => {
  const name = `ascii_${suffix}`;
  await ask(own.adminUrl, `CREATE DATABASE ${name} TEMPLATE template0 LOCALE 'C' ENCODING 'UTF8'`);
  const adminUrl = new URL(own.adminUrl);
  adminUrl.pathname = `/${name}`;
  await expect(prepare([tea], { adminUrl: adminUrl.href })).rejects.toThrow(/cannot search Chinese/);
  await ask(own.adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
});

test('gives way to processes that hold its tables in another order, and begins anew', async () => {
  const tried: string[] = [];
  class Both1700000000001 {
    readonly name = 'Both1700000000001';
    async up(runner: QueryRunner): Promise<void> {
      tried.push('began');
      await runner.query(`ALTER TABLE thing ADD COLUMN more text`);
      tried.push('holds the first');
      await runner.query(`ALTER TABLE other ADD COLUMN more text`);
    }
    async down(): Promise<void> {}
  }
  class Other1700000000000 extends First1700000000000 {
    override async up(runner: QueryRunner): Promise<void> {
      await super.up(runner);
      await runner.query('CREATE TABLE other (id serial PRIMARY KEY, words text)');
    }
  }
  await prepare([{ ...tea, migrations: [Other1700000000000] }]);
  const running = new Client({ connectionString: own.adminUrl });
  await running.connect();
  try {
    // Whoever looks first is the one that gives way.
    await running.query(`SET deadlock_timeout = '1min'`);
    await running.query('BEGIN');
    await running.query(`INSERT INTO ${tea.service}.other (words) VALUES ('at work')`);
    const prepared = prepare([{ ...tea, migrations: [Other1700000000000, Both1700000000001] }]);
    await waitFor(() => tried.length === 2, { what: 'the migration to hold the first table' });
    await running.query(`INSERT INTO ${tea.service}.thing (words) VALUES ('at work')`);
    await running.query('COMMIT');
    expect(await prepared).toEqual([`schema ${tea.service}: applied 1 migrations up to Both1700000000001`]);
  } finally {
    await running.end();
  }
  expect(tried).toEqual(['began', 'holds the first', 'began', 'holds the first']);
  expect(await ask(app(tea.service), `SELECT words, more FROM ${tea.service}.thing`)).toEqual([{ words: 'at work', more: null }]);
});
