import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { appRole, Database, databaseUrlFor, prepareDatabase, type ServiceSchema, type Transaction } from '@property-office/persistence';
import { patientLimits, testDatabase, waitFor, type TestDatabase } from '@property-office/testing';
import type { QueryRunner } from 'typeorm';
import { accessCondition, accessMigrations, grantAccess, lockRow, lockThenJudge, revokeAccess } from './index';

class Thing1764000099000 {
  readonly name = 'Thing1764000099000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE thing (id uuid PRIMARY KEY, site_id uuid NOT NULL)');
  }
  async down() {}
}

const schema: ServiceSchema = {
  service: 'lock_spec',
  entities: [],
  migrations: [...accessMigrations, Thing1764000099000],
  poolSize: 3,
};
const roleSecret = 'spec';
let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await testDatabase({
    template: 'lock_spec',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret }),
  });
  database = new Database(schema, databaseUrlFor(own.adminUrl, appRole(schema.service), roleSecret), patientLimits);
  await database.connect();
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const siteId = newId();
const resident: Principal = {
  personId: newId(),
  accountId: newId(),
  sessionId: newId(),
  name: '王芳',
  roles: [{ role: 'resident', siteId }],
  crews: [],
  homes: [],
};
const grantOf = (objectId: string, sourceVersion: number) => ({ objectId, siteId, subject: `person:${resident.personId}` as const, right: 'act' as const, sourceVersion });

async function thing(theirs: boolean): Promise<string> {
  const id = newId();
  await database.transaction(async (tx) => {
    tx.send('INSERT INTO thing (id, site_id) VALUES ($1, $2)', [id, siteId]);
    if (theirs) grantAccess(tx, grantOf(id, 1));
  });
  return id;
}

function actedOn(tx: Transaction, id: string): Promise<{ id: string } | undefined> {
  const access = accessCondition(resident, { operation: 'tickets.commentRepair', right: 'act', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: 2 });
  return lockThenJudge(tx, lockRow('thing'), `SELECT t.id FROM thing t WHERE t.id = $1 AND ${access.sql}`, [id, ...access.params]);
}

/** What is found by who waits for a thing while somebody else has it and does `meanwhile`. */
async function foundAfter(id: string, meanwhile: (tx: Transaction) => void): Promise<{ id: string } | undefined> {
  let waiting: Promise<{ id: string } | undefined> | undefined;
  await database.transaction(async (tx) => {
    await tx.query(lockRow('thing'), [id]);
    waiting = database.transaction((other) => actedOn(other, id));
    const blocked = () => database.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    await waitFor(async () => (await blocked()).length > 0, { what: 'the other to wait for the lock' });
    meanwhile(tx);
  });
  return waiting;
}

describe('what is acted on is judged when it is locked', () => {
  it('a right that ended meanwhile has ended', async () => {
    const id = await thing(true);
    expect(await foundAfter(id, (tx) => revokeAccess(tx, grantOf(id, 2)))).toBeUndefined();
  });

  it('a right that began meanwhile counts', async () => {
    const id = await thing(false);
    expect(await foundAfter(id, (tx) => grantAccess(tx, grantOf(id, 2)))).toEqual({ id });
  });

  it('nothing is found of what is not theirs, or not there', async () => {
    const id = await thing(false);
    expect(await database.transaction((tx) => actedOn(tx, id))).toBeUndefined();
    expect(await database.transaction((tx) => actedOn(tx, newId()))).toBeUndefined();
  });

  it('stays locked until COMMIT', async () => {
    const id = await thing(true);
    await database.transaction(async (tx) => {
      expect(await actedOn(tx, id)).toEqual({ id });
      expect(await database.query('SELECT 1 FROM thing WHERE id = $1 FOR UPDATE SKIP LOCKED', [id])).toEqual([]);
    });
  });
});
