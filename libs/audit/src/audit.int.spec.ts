import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newKeyFile, signingKeyOf, verifyingKeysOf } from '@property-office/access';
import { newId } from '@property-office/kernel';
import {
  appRole,
  Database,
  databaseUrlFor,
  ownerRole,
  prepareDatabase,
  type ServiceSchema,
} from '@property-office/persistence';
import { patientLimits, testDatabase, waitFor, type TestDatabase } from '@property-office/testing';
import {
  Audit,
  auditMigrations,
  AuditSealer,
  HeadLog,
  verifyChain,
  type AuditEntry,
  type AuditFault,
} from './index';

const schema: ServiceSchema = {
  service: 'audit_spec',
  entities: [],
  migrations: auditMigrations,
  poolSize: 6,
};
const roleSecret = 'spec';
const key = newKeyFile('audit_spec');
const log = { warn: (message: string) => void warnings.push(message) };
const warnings: string[] = [];
let own: TestDatabase;
let database: Database;
let owner: Database;
let folder: string;
let heads: HeadLog;
const sealers: AuditSealer[] = [];

beforeEach(async () => {
  own = await testDatabase({
    template: 'audit_spec',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret }),
  });
  database = new Database(schema, databaseUrlFor(own.adminUrl, appRole(schema.service), roleSecret), patientLimits);
  owner = new Database(schema, databaseUrlFor(own.adminUrl, ownerRole(schema.service), roleSecret), patientLimits);
  await Promise.all([database.connect(), owner.connect()]);
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  heads = new HeadLog(folder, schema.service);
});
afterEach(async () => {
  await Promise.all(sealers.splice(0).map((each) => each.stop()));
  await Promise.all([database.close(), owner.close()]);
  await own.drop();
  rmSync(folder, { recursive: true });
  if (warnings.length > 0) throw new Error(`the sealer complained: ${warnings.splice(0).join(', ')}`);
});

const actor = { personId: newId(), role: 'desk' as const, forPersonId: newId() };
const act = (operation = 'directory.unmaskPerson'): AuditEntry => ({
  actor,
  operation,
  objectType: 'person',
  objectId: newId(),
  siteId: newId(),
  details: { fields: ['phone'], count: 1 },
});

function sealer(everyMs = 60_000): AuditSealer {
  const made = new AuditSealer(database, log, { log: heads, key: signingKeyOf(key), everyMs });
  sealers.push(made);
  return made;
}

async function record(n: number, audit = new Audit()): Promise<void> {
  for (let each = 0; each < n; each++) await database.transaction(async (tx) => audit.record(tx, act()));
}

/** Records and seals so many acts, and gives the ids in the order of the chain. */
async function sealed(n: number): Promise<string[]> {
  await record(n);
  await sealer().stop();
  const rows = await database.query<{ audit_id: string }>('SELECT audit_id FROM audit_seal ORDER BY seq');
  return rows.map((row) => row.audit_id);
}

const verify = () =>
  verifyChain(database, {
    heads: { schema: schema.service, written: heads.read(), keys: verifyingKeysOf(key) },
  });

test('an act is recorded with it or not at all', async () => {
  const audit = new Audit({ requestId: () => 'request-1' });
  await database.transaction(async (tx) => audit.record(tx, act()));
  const undone = database.transaction(async (tx) => {
    audit.record(tx, act('undone'));
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  const rows = await database.query(
    'SELECT actor_id, actor_role, actor_for, operation, request_id, details FROM audit',
  );
  const details = { fields: ['phone'], count: 1 };
  expect(rows).toEqual([
    {
      actor_id: actor.personId,
      actor_role: 'desk',
      actor_for: actor.forPersonId,
      operation: 'directory.unmaskPerson',
      request_id: 'request-1',
      details,
    },
  ]);
});

test('the service may write and read its trail, not change it', async () => {
  await sealed(1);
  const attempts = ['audit', 'audit_seal'].flatMap((table) => [
    `UPDATE ${table} SET ${table === 'audit' ? `operation = 'x'` : 'seq = 2'}`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table}`,
  ]);
  for (const sql of attempts) await expect(database.query(sql)).rejects.toThrow(/permission denied/);
});

test('what is committed is in the chain within a second, and the chain verifies', async () => {
  const chaining = sealer();
  chaining.start();
  await sleep(50);
  const audit = new Audit({ committed: () => chaining.wake() });
  const from = performance.now();
  await record(30, audit);
  await waitFor(async () => (await database.query('SELECT 1 FROM audit_pending')).length === 0, {
    what: 'the rows to be sealed',
  });
  expect(performance.now() - from).toBeLessThan(1_000 + 30 * 20);
  const report = await verify();
  expect(report).toMatchObject({ checked: 30, faults: [], last: { seq: 30 } });
  expect(await chaining.lateness()).toBe(0);
});

test('many writers and several sealers make one chain without gaps, doubles or losses', async () => {
  const chaining = [sealer(), sealer(), sealer()];
  for (const each of chaining) each.start();
  const audit = new Audit({ committed: () => chaining.forEach((each) => each.wake()) });
  const writer = async (): Promise<void> => {
    for (let n = 0; n < 25; n++) {
      await database.transaction(async (tx) => {
        audit.record(tx, act());
        audit.record(tx, act('directory.exportPeople'));
        // Commits overtake each other: what is begun first is not always done first.
        await tx.query('SELECT pg_sleep(random() * 0.01)');
      });
    }
  };
  await Promise.all(Array.from({ length: 4 }, writer));
  await waitFor(async () => (await database.query('SELECT 1 FROM audit_pending')).length === 0, {
    what: 'all rows to be sealed',
  });
  expect(await verify()).toMatchObject({ checked: 200, faults: [], last: { seq: 200 } });
});

test('what a process left unsealed is found by the next one', async () => {
  await record(3);
  const next = sealer();
  next.start();
  await waitFor(async () => (await database.query('SELECT 1 FROM audit_seal')).length === 3, {
    what: 'the rows to be sealed',
  });
});

test('a second check may begin where the first ended', async () => {
  await sealed(3);
  const first = await verify();
  await sealed(2);
  const second = await verifyChain(database, { from: first.last! });
  expect(second).toMatchObject({ checked: 2, faults: [], last: { seq: 5 } });
  const wrong = await verifyChain(database, { from: { seq: 3, hash: '00'.repeat(32) } });
  expect(wrong.faults).toMatchObject([{ kind: 'relinked', seq: 4 }]);
});

test('an empty trail verifies', async () => {
  await sealer().stop();
  expect(await verify()).toEqual({ checked: 0, last: undefined, faults: [] });
});

describe('tampering, even by the owner of the tables, names the row', () => {
  const at = (ids: string[], seq: number) => ids[seq - 1]!;

  const everyColumn: Array<[string, string]> = [
    ['at', `at + interval '1 microsecond'`],
    ['actor_id', 'gen_random_uuid()'],
    ['actor_role', `'director'`],
    ['actor_for', 'NULL'],
    ['operation', `'directory.readPerson'`],
    ['object_type', `'home'`],
    ['object_id', `'other'`],
    ['site_id', 'NULL'],
    ['request_id', `'other'`],
    ['details', `'{"fields": ["phone"], "count": 2}'`],
  ];
  test.each(everyColumn)('%s was changed', async (column, value) => {
    const ids = await sealed(5);
    await owner.query(`UPDATE audit SET ${column} = ${value} WHERE id = $1`, [at(ids, 3)]);
    expect((await verify()).faults).toEqual([{ kind: 'altered', seq: 3, auditId: at(ids, 3) }]);
  });

  test('a row was removed', async () => {
    const ids = await sealed(5);
    await owner.query('DELETE FROM audit WHERE id = $1', [at(ids, 2)]);
    expect((await verify()).faults).toEqual([{ kind: 'removed', seq: 2, auditId: at(ids, 2) }]);
  });

  test('a row was removed together with its seal', async () => {
    const ids = await sealed(5);
    await owner.query('DELETE FROM audit WHERE id = $1', [at(ids, 2)]);
    await owner.query('DELETE FROM audit_seal WHERE seq = 2');
    expect((await verify()).faults).toEqual<AuditFault[]>([
      { kind: 'gap', seq: 2 },
      { kind: 'relinked', seq: 3, auditId: at(ids, 3) },
    ]);
  });

  test('two rows changed places', async () => {
    const ids = await sealed(5);
    await owner.query('UPDATE audit_seal SET audit_id = gen_random_uuid() WHERE seq = 2');
    await owner.query('UPDATE audit_seal SET audit_id = $1 WHERE seq = 3', [at(ids, 2)]);
    await owner.query('UPDATE audit_seal SET audit_id = $1 WHERE seq = 2', [at(ids, 3)]);
    expect((await verify()).faults).toMatchObject([
      { kind: 'altered', seq: 2 },
      { kind: 'altered', seq: 3 },
    ]);
  });

  test('a row was kept out of the chain', async () => {
    await record(1);
    const [row] = await owner.query<{ audit_id: string }>('DELETE FROM audit_pending RETURNING audit_id');
    expect((await verify()).faults).toEqual([{ kind: 'left-out', auditId: row!.audit_id }]);
  });

  test('the whole chain was made anew: only what was written down outside shows it', async () => {
    const ids = await sealed(5);
    await owner.query('UPDATE audit SET operation = $2 WHERE id = $1', [at(ids, 2), 'directory.readPerson']);
    await owner.query('INSERT INTO audit_pending SELECT audit_id FROM audit_seal');
    await owner.query('DELETE FROM audit_seal');
    const written = heads.read();
    await new AuditSealer(database, log).stop();
    expect((await verifyChain(database)).faults).toEqual([]);
    expect((await verify()).faults).toEqual([{ kind: 'rewritten', seq: 5, writtenAt: written[0]!.at }]);
  });

  test('the end was cut off', async () => {
    const ids = await sealed(5);
    await owner.query('DELETE FROM audit WHERE id = ANY($1)', [ids.slice(3)]);
    await owner.query('DELETE FROM audit_seal WHERE seq > 3');
    expect((await verifyChain(database)).faults).toEqual([]);
    expect((await verify()).faults).toMatchObject([{ kind: 'cut-off', seq: 5 }]);
  });

  test('a head outside was written by somebody else', async () => {
    await sealed(2);
    heads.append(
      { schema: schema.service, seq: 2, hash: '00'.repeat(32), at: '2026-11-23T00:00:00Z' },
      signingKeyOf(newKeyFile('thief')),
    );
    expect((await verify()).faults).toMatchObject([{ kind: 'forged-head', seq: 2 }]);
  });
});

test('a head is written down at most as often as told, and when the process stops', async () => {
  const chaining = sealer(150);
  chaining.start();
  const audit = new Audit({ committed: () => chaining.wake() });
  await record(1, audit);
  await waitFor(() => heads.read().length > 0, { what: 'the first head' });
  await record(1, audit);
  await chaining.stop();
  expect(heads.read().at(-1)).toMatchObject({ schema: schema.service, seq: 2 });
  expect(new Set(heads.read().map(({ seq }) => seq)).size).toBe(heads.read().length);
});
