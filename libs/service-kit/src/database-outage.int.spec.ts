import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Module, Post } from '@nestjs/common';
import {
  appRole,
  Database,
  databaseUrlFor,
  prepareDatabase,
  type ServiceSchema,
} from '@property-office/persistence';
import { testDatabase, type TestDatabase } from '@property-office/testing';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Answer, Application, CommandContext } from './index';
import { Command, commandMigrations, Commands, created, Operation, Text } from './index';
import { toyApplication } from './toy-service.fixture';

class Things1763900001001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A COMMIT that takes as long as the name says, so that it can be interrupted.
    await runner.query(`
      CREATE TABLE thing (name text NOT NULL UNIQUE);
      CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN IF NEW.name LIKE 'slow%' THEN PERFORM pg_sleep(5); END IF; RETURN NULL; END $body$;
      CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle();
    `);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE thing');
  }
}

const schema: ServiceSchema = {
  service: 'outage',
  entities: [],
  migrations: [...commandMigrations, Things1763900001001],
  poolSize: 2,
};
const roleSecret = 'toy secret';

class ThingDto {
  @Text({ label: { zh: '名称', en: 'name' }, max: 50 })
  name!: string;
}

@Controller('api/things')
class ThingController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Operation('tickets.reportRepair', { summary: { zh: '新增', en: 'Make' }, ok: 201 })
  make(@Body() { name }: ThingDto, @Command() command: CommandContext): Promise<Answer<object>> {
    return this.commands.run(command, async (tx) => {
      await tx.query('INSERT INTO thing (name) VALUES ($1)', [name]);
      if (name.startsWith('hold')) await tx.query('SELECT pg_sleep(3)');
      return created(`/api/things/${name}`, { name, at: tx.now }, 1);
    });
  }
}

describe('a service and its database', () => {
  let server: TestDatabase;
  let database: Database;
  let application: Application;
  let admin: Client;

  beforeAll(async () => {
    server = await testDatabase({
      template: 'service_kit_outage',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret }),
    });
    database = new Database(schema, databaseUrlFor(server.adminUrl, appRole('outage'), roleSecret));
    await database.connect();
    @Module({
      controllers: [ThingController],
      providers: [Commands, { provide: Database, useValue: database }],
    })
    class ThingModule {}
    application = await toyApplication(ThingModule);
    admin = new Client({ connectionString: server.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await application.shutdown.run();
    await database.close();
    await admin.end();
    await server.drop();
  });

  const make = (name: string, key?: string) =>
    application.http.inject({
      method: 'POST',
      url: '/api/things',
      headers: key ? { 'idempotency-key': key } : {},
      payload: { name },
    });
  const count = async (name: string): Promise<number> =>
    Number(
      (await admin.query<{ n: string }>('SELECT count(*) AS n FROM outage.thing WHERE name = $1', [name]))
        .rows[0]!.n,
    );
  const endConnections = (where = 'true') =>
    admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'outage_app' AND ${where}`,
    );

  it('gives a repeat the very same answer over HTTP, its headers too', async () => {
    const first = await make('same', 'key-same');
    const second = await make('same', 'key-same');
    expect(first.statusCode).toBe(201);
    expect([second.statusCode, second.body]).toEqual([201, first.body]);
    for (const name of ['location', 'etag', 'content-type'])
      expect(second.headers[name]).toBe(first.headers[name]);
    expect(second.headers['location']).toBe('/api/things/same');
  });

  it('answers twins that come together with one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => make('twin', 'key-twin')));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
    expect(await count('twin')).toBe(1);
  });

  it('refuses another body under the key', async () => {
    await make('one', 'key-one');
    const other = await make('other', 'key-one');
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([422, 'key-reused']);
    expect(await count('other')).toBe(0);
  });

  it('says 503 and when to come back when its connection breaks, and works again after', async () => {
    const broken = make('hold-broken', 'key-broken');
    await pause(300);
    await endConnections(`query LIKE '%pg_sleep%'`);
    const answer = await broken;
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'unavailable']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await count('hold-broken')).toBe(0);
    expect((await make('after-the-break')).statusCode).toBe(201);
  });

  it('says 503 when no connection becomes free', async () => {
    const holding = [make('hold-1'), make('hold-2')];
    await pause(100);
    const late = await make('late');
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([503, 'unavailable']);
    expect((await Promise.all(holding)).map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  });

  it('says that the outcome is unknown when COMMIT breaks, and the same key finds out', async () => {
    const broken = make('slow-commit', 'key-commit');
    await pause(500);
    await endConnections(`query LIKE 'COMMIT%'`);
    const answer = await broken;
    expect(answer.json()).toMatchObject({
      status: 503,
      code: 'unknown-outcome',
      title: '暂时无法确认操作是否成功',
    });
    expect(answer.headers['retry-after']).toBe('1');
    await admin.query('ALTER TABLE outage.thing DISABLE TRIGGER dawdle');
    expect((await make('slow-commit', 'key-commit')).statusCode).toBe(201);
    expect(await count('slow-commit')).toBe(1);
  });

  it('says 500 for a fault of ours and not what it was', async () => {
    await make('double');
    const fault = await make('double');
    expect(fault.json()).toMatchObject({ status: 500, code: 'fault' });
    expect(fault.body).not.toMatch(/unique|duplicate|thing_name/);
  });
});
