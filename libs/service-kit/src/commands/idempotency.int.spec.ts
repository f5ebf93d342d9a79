import {
  appRole,
  Database,
  databaseUrlFor,
  prepareDatabase,
  rowsStatement,
  type ServiceSchema,
  type Transaction,
} from '@property-office/persistence';
import { patientLimits, testDatabase, type TestDatabase } from '@property-office/testing';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toyPrincipal } from '../toy-service.fixture';
import { created, ok, type Answer } from './answer';
import type { CommandContext } from './command-context';
import { Commands } from './commands';
import { removeOldAnswers } from './idempotency-clean-up';
import { commandMigrations } from './1763900000100-idempotency.migration';
import { requestHash } from './request-hash';

class Things1763900001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE thing (name text NOT NULL)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE thing');
  }
}

const schema: ServiceSchema = {
  service: 'toy',
  entities: [],
  migrations: [...commandMigrations, Things1763900001000],
  poolSize: 6,
};
const roleSecret = 'toy secret';

const base: CommandContext = {
  operation: 'tickets.reportRepair',
  principal: toyPrincipal,
  requestId: 'r',
  traceparent: '00-1-1-00',
  language: 'zh',
  route: 'POST /api/things',
};

function command(
  key: string | undefined,
  body: object = { name: 'a' },
  accountId = toyPrincipal.accountId,
): CommandContext {
  return {
    ...base,
    principal: { ...toyPrincipal, accountId },
    ...(key !== undefined && { idempotency: { key, requestHash: requestHash('POST', '/api/things', body) } }),
  };
}

describe('idempotency', () => {
  let server: TestDatabase;
  let database: Database;
  let commands: Commands;

  beforeAll(async () => {
    server = await testDatabase({
      template: 'service_kit_commands',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret, testClock: true }),
    });
    database = new Database(schema, databaseUrlFor(server.adminUrl, appRole('toy'), roleSecret), patientLimits);
    await database.connect();
    commands = new Commands(database);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const makeThing =
    (name: string) =>
    async (tx: Transaction): Promise<Answer<{ name: string }>> => {
      await tx.query('INSERT INTO thing (name) VALUES ($1)', [name]);
      return created(`/api/things/${name}`, { name }, 1);
    };
  const things = async (name: string): Promise<number> =>
    (await database.query('SELECT 1 FROM thing WHERE name = $1', [name])).length;
  const answers = async (key: string): Promise<number> =>
    (await database.query('SELECT 1 FROM idempotency WHERE key = $1', [key])).length;
  const moveClock = async (ahead: string): Promise<void> => {
    const admin = new Client({ connectionString: server.adminUrl });
    await admin.connect();
    await admin.query('UPDATE platform.test_clock SET ahead = $1::interval', [ahead]);
    await admin.end();
  };

  it('gives a repeat the first answer and does nothing twice', async () => {
    const first = await commands.run(command('repeat'), makeThing('repeat'));
    const second = await commands.run(command('repeat'), makeThing('repeat'));
    expect(second).toEqual(first);
    expect(second.status).toBe(201);
    expect(second.headers).toEqual({ location: '/api/things/repeat', etag: '"1"' });
    expect(second.json).toBe('{"name":"repeat"}');
    expect(await things('repeat')).toBe(1);
  });

  it('makes concurrent twins wait for the first and share its answer', async () => {
    let began = 0;
    const slow = async (tx: Transaction): Promise<Answer<{ n: number }>> => {
      const n = ++began;
      await tx.query('SELECT pg_sleep(0.2)');
      await tx.query('INSERT INTO thing (name) VALUES ($1)', ['twins']);
      return created('/api/things/twins', { n });
    };
    const results = await Promise.all(Array.from({ length: 5 }, () => commands.run(command('twins'), slow)));
    expect(new Set(results.map(({ json }) => json)).size).toBe(1);
    expect(await things('twins')).toBe(1);
  });

  it('lets a twin try when the first is refused', async () => {
    let turn = 0;
    const firstFails = async (tx: Transaction): Promise<Answer<object>> => {
      await tx.query('SELECT pg_sleep(0.2)');
      // Only who has the key gets this far; the other waits for it in PostgreSQL.
      const mine = ++turn;
      await tx.query('INSERT INTO thing (name) VALUES ($1)', ['second-try']);
      if (mine === 1) throw new Error('refused');
      return created('/api/things/second-try', { mine });
    };
    const first = commands.run(command('second-try'), firstFails);
    const second = commands.run(command('second-try'), firstFails);
    const outcomes = await Promise.allSettled([first, second]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await things('second-try')).toBe(1);
  });

  it('refuses another request under the same key', async () => {
    await commands.run(command('reused', { name: 'a', n: 1 }), makeThing('reused'));
    await expect(commands.run(command('reused', { name: 'b' }), makeThing('reused'))).rejects.toMatchObject({
      code: 'key-reused',
    });
    await expect(
      commands.run(command('reused', { n: 1, name: 'a' }), makeThing('reused')),
    ).resolves.toMatchObject({ status: 201 });
    expect(await things('reused')).toBe(1);
  });

  it('stores nothing of work that was rolled back', async () => {
    const fails = async (tx: Transaction): Promise<Answer<object>> => {
      await tx.query('INSERT INTO thing (name) VALUES ($1)', ['failed']);
      throw new Error('refused');
    };
    await expect(commands.run(command('failed'), fails)).rejects.toThrow('refused');
    expect(await answers('failed')).toBe(0);
    await commands.run(command('failed'), makeThing('failed'));
    expect(await things('failed')).toBe(1);
  });

  it('shows the statement that failed, not the transaction it aborted', async () => {
    const broken = async (tx: Transaction): Promise<Answer<object>> => {
      tx.send('INSERT INTO thing (name) VALUES (NULL)');
      await tx.query('SELECT 1');
      return created('/', {});
    };
    await expect(commands.run(command('broken'), broken)).rejects.toMatchObject({ code: '23502' });
    expect(await answers('broken')).toBe(0);
  });

  it('keeps the keys of different accounts apart', async () => {
    const other = '0193a000-0000-7000-8000-0000000000ff';
    await commands.run(command('mine'), makeThing('mine'));
    await commands.run(command('mine', { name: 'a' }, other), makeThing('mine'));
    expect(await things('mine')).toBe(2);
  });

  it('runs what carries no key each time', async () => {
    await commands.run(command(undefined), makeThing('plain'));
    await commands.run(command(undefined), makeThing('plain'));
    expect(await things('plain')).toBe(2);
  });

  it('takes keys of any printable character and of 255 characters', async () => {
    for (const key of ['~ "\'\\;--', 'x'.repeat(255)]) {
      await commands.run(command(key), makeThing('odd'));
      await commands.run(command(key), makeThing('odd'));
    }
    expect(await things('odd')).toBe(2);
  });

  describe('of commands that share a transaction', () => {
    const insertThings = rowsStatement<{ name: string }>(
      'toy_things',
      'INSERT INTO thing (name) SELECT name FROM json_to_recordset($1) AS new (name text)',
    );
    const shareThing = (key: string | undefined, name: string, body?: object) =>
      commands.runShared(
        command(key, body),
        (tx, prepared) => {
          tx.gather(insertThings, { name: prepared });
          return created(`/api/things/${name}`, { name }, 1);
        },
        async () => name,
      );

    it('gives twins, at once or later, one answer and does nothing twice; the others are not disturbed', async () => {
      const neighbours = Array.from({ length: 12 }, (_, i) => `neighbour ${i}`);
      const [twins, others] = await Promise.all([
        Promise.all(Array.from({ length: 5 }, () => shareThing('shared', 'shared'))),
        Promise.all(neighbours.map((name) => shareThing(name, name))),
      ]);
      const later = await shareThing('shared', 'shared');
      expect(new Set([...twins, later].map(({ json }) => json))).toEqual(new Set(['{"name":"shared"}']));
      expect(later).toEqual(twins[0]);
      expect(await things('shared')).toBe(1);
      expect(others.map(({ json }) => json)).toEqual(neighbours.map((name) => JSON.stringify({ name })));
      expect(await Promise.all(neighbours.map(things))).toEqual(neighbours.map(() => 1));
    });

    it('refuses another request under the same key', async () => {
      await shareThing('shared key', 'first', { name: 'a' });
      await expect(shareThing('shared key', 'second', { name: 'b' })).rejects.toMatchObject({ code: 'key-reused' });
      expect(await things('second')).toBe(0);
    });

    it('runs what carries no key each time', async () => {
      await Promise.all([shareThing(undefined, 'unkeyed'), shareThing(undefined, 'unkeyed')]);
      expect(await things('unkeyed')).toBe(2);
    });
  });

  it('prepares before the transaction begins', async () => {
    const order: string[] = [];
    const work = async (_: Transaction, prepared: string): Promise<Answer<object>> => {
      order.push(`work with ${prepared}`);
      return created('/', {});
    };
    const prepare = async (): Promise<string> => {
      order.push('prepare');
      return 'what it found';
    };
    await commands.run(command('prepared'), work, prepare);
    expect(order).toEqual(['prepare', 'work with what it found']);
  });

  it('gives a repeat its answer though preparing it would now be refused', async () => {
    const work = makeThing('prepared-twice');
    const first = await commands.run(command('prepared-twice'), work, async () => 1);
    const refuses = (): Promise<number> => Promise.reject(new Error('gone meanwhile'));
    expect(await commands.run(command('prepared-twice'), work, refuses)).toEqual(first);
    await expect(commands.run(command('never-prepared'), work, refuses)).rejects.toThrow('gone meanwhile');
    await expect(commands.run(command('prepared-twice', { name: 'b' }), work, refuses)).rejects.toMatchObject(
      { code: 'key-reused' },
    );
  });

  it('answers an act with the thing as it is afterwards', async () => {
    const answer = await commands.act(
      command('act'),
      async () => ({ version: 4, secret: 's', name: 'n' }),
      ({ name }) => ({ name }),
    );
    expect(answer).toEqual(ok({ name: 'n' }, 4));
  });

  it('keeps answers for 7 days and no longer', async () => {
    await commands.run(command('week'), makeThing('week'));
    await moveClock('6 days 23 hours');
    await removeOldAnswers(database);
    await commands.run(command('week'), makeThing('week'));
    expect(await things('week')).toBe(1);

    await moveClock('7 days 1 minute');
    expect(await removeOldAnswers(database)).toBeGreaterThan(0);
    expect(await answers('week')).toBe(0);
    await commands.run(command('week'), makeThing('week'));
    expect(await things('week')).toBe(2);
    await moveClock('0');
  });
});
