import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupsIn, proveBackup, readManifest } from '@property-office/backup';
import { eventContracts } from '@property-office/contracts';
import { lockFolder } from '@property-office/embedded';
import { throwawayFolder } from '@property-office/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { services } from '../../apps/all-in-one/src/services';
import { notUnderstood } from '../contracts/golden-events';
import { ensureBuilt } from '../support/built';
import { Office } from '../support/office';
import { ops, type OpsResult } from '../support/ops';
import { accepted, repairsPath } from '../support/repairs';
import type { PageView, RepairView } from '../support/views';
import { deliver, notTaken } from './golden-deliveries';
import { lastRelease, migrationsIn } from './kept-release';
import { walkComplaint } from './whole-complaint';
import { walkRepair } from './whole-repair';
import { walkVisit } from './whole-visit';

const startMs = 240_000;
const caseMs = 120_000;

const release = lastRelease();
let folder: string;
let refused: OpsResult;
let restored: OpsResult;
let office: Office;

beforeAll(async () => {
  await ensureBuilt();
  folder = throwawayFolder();
  const lock = await lockFolder(folder);
  await release.unpack(folder);
  // Lost, or of a release that had none.
  rmSync(join(folder, 'office', 'destruction-register'), { recursive: true, force: true });
  const restore = (...args: string[]) => ops(['restore', ...args], { DATA_DIR: join(folder, 'office'), BACKUP_DIR: join(folder, 'backups'), TEST_CLOCK: '1' });
  refused = await restore();
  restored = await restore('--without-register', '--by', '王运维');
  await lock.release();
  if (restored.code === 0) office = await Office.start({ deployment: 'all-in-one', folder });
}, startMs);
afterAll(async () => {
  await office?.stop();
  rmSync(folder, { recursive: true, force: true });
}, startMs);

it('its office is brought to the tables of today, with all that was in them', async () => {
  expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(/^restored backup /m) });
  for (const { schema } of services) {
    const applied = await office.query<{ name: string }>(`SELECT name FROM ${schema.service}.migrations ORDER BY id`);
    expect(applied.map(({ name }) => name).sort()).toEqual(schema.migrations.map((Migration) => new Migration().name ?? Migration.name).sort());
  }
});

it('without the destruction register it is restored where that is said alone, which is told loudly and stands on the audit trail (W4.4)', async () => {
  expect(refused).toMatchObject({ code: 2, out: '', errors: expect.stringMatching(/^nothing was restored, the destruction register is missing: .*archives\.log is not there/) });
  expect(restored.out).toMatch(/^WITHOUT THE DESTRUCTION REGISTER: .*archives\.log is not there\nWHAT THE ARCHIVES DESTROYED AFTER \S+ MAY BE BACK/m);
  expect(await office.query(`SELECT details ->> 'by' AS by, details ->> 'withoutRegister' AS fault FROM archives.audit WHERE operation = 'operations.restoreBackup'`)).toEqual([
    { by: '王运维', fault: expect.stringMatching(/archives\.log is not there$/) },
  ]);
  // Another one is begun.
  expect(existsSync(join(folder, 'office', 'destruction-register', 'archives.log'))).toBe(true);
});

it('what it says of migrations is what its office went through', () => {
  expect(release.migrations).toEqual(migrationsIn(join(folder, 'backups')));
});

it(
  'the request that waited is gone on with, as is a new one, a complaint with a task and a visit, and every promise is kept',
  async () => {
    const resident = await office.as('resident');
    const { items } = accepted(await resident.get<PageView<RepairView>>(`${repairsPath}?status=open`), 200);
    expect(await walkRepair(office, items[0]!)).toMatchObject({ status: 'closed' });
    expect(await walkRepair(office)).toMatchObject({ status: 'closed' });
    expect(await walkComplaint(office)).toMatchObject({ status: 'closed' });
    expect(await walkVisit(office)).toMatchObject({ status: 'left' });
    await office.comeToRest(60_000);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);

it(
  'a migration that its rows do not bear is told',
  async () => {
    class Demanding1999999999999 implements MigrationInterface {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('ALTER TABLE repair_request ADD COLUMN demanded text NOT NULL');
      }

      async down(): Promise<void> {}
    }
    const schemas = services.map(({ schema }) => (schema.service === 'tickets' ? { ...schema, migrations: [...schema.migrations, Demanding1999999999999] } : schema));
    const from = join(folder, 'backups');
    const roleSecret = readFileSync(join(folder, 'office', 'secrets', 'database-roles'), 'utf8').trim();
    const proving = { from, manifest: readManifest(from, backupsIn(from)[0]!), adminUrl: office.databaseUrl, schemas, roleSecret, testClock: true, onProgress: () => undefined };
    await expect(proveBackup(proving)).rejects.toThrow('column "demanded" of relation "repair_request" contains null values');
  },
  caseMs,
);

it('nothing that its events say has been forgotten since', () => {
  expect(release.goldens.length).toBeGreaterThan(0);
  expect(notUnderstood(eventContracts, release.goldens)).toEqual([]);
});

it(
  'its events are taken by whatever reacts to them today',
  async () => {
    expect(await notTaken(office, await deliver(office, release.goldens))).toEqual([]);
  },
  caseMs,
);

it(
  'an event that lost something on the way is told, by each who should have taken it',
  async () => {
    const { type, text } = release.goldens.find((golden) => golden.type === 'tickets.repair-requested.v1')!;
    const { number: _, ...data } = JSON.parse(text).data as Record<string, unknown>;
    const broken = { type, text: JSON.stringify({ ...JSON.parse(text), data }) };
    expect(notUnderstood(eventContracts, [broken])).toEqual([`${type}: data must have required properties number`]);
    const faults = await notTaken(office, await deliver(office, [broken]));
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(/^dispatch__\S+ refuses tickets.repair-requested.v1: .*number/)]));
  },
  caseMs,
);
