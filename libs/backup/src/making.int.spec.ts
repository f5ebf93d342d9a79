import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { waitFor } from '@property-office/testing';
import { alone, BackupToy, bytesIn, connected, idOf } from './backup-toy.fixture';
import { backupsIn, damageOf, keepNewest, proveBackup, readProof, restoreFiles, type Progress } from './index';

let toy: BackupToy;
beforeAll(async () => {
  toy = await BackupToy.open();
});
afterAll(() => toy?.close());
beforeEach(() => toy.beginTest());
afterEach(() => toy.endTest());

it('tells bytes the office has lost from those it removed meanwhile', async () => {
  const gone = 'f'.repeat(64);
  await toy.client.query('UPDATE note SET sha256 = $1 WHERE id = $2', [gone, idOf(0)]);
  expect(await toy.make()).toMatchObject({ lost: [gone], removedMeanwhile: [] });
  let asked = 0;
  const removed = await toy.make({ named: async () => (asked++ === 0 ? [gone] : []) });
  expect(removed).toMatchObject({ lost: [], removedMeanwhile: [gone] });
});

it('is proved in a database of its own, which is removed; the proof is written down', async () => {
  const manifest = await toy.make();
  const from = toy.backups;
  expect(readProof(from, manifest.id)).toBeUndefined();
  await proveBackup(toy.restoring(toy.adminUrl, manifest));
  expect(readProof(from, manifest.id)).toMatchObject({ rows: 23, files: 0 });
  expect((await toy.client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'proof%'`)).rows).toEqual([]);
});

it('shows how far it is, from the first to the last of each part, however many of them work side by side', async () => {
  const shown: Progress[] = [];
  const onProgress = (progress: Progress): void => void shown.push(progress);
  toy.storeBytes('a photo');
  toy.storeBytes('another');
  const manifest = await toy.make({}, { onProgress });
  await damageOf(toy.backups, manifest, onProgress);
  await proveBackup({ ...toy.restoring(toy.adminUrl, manifest), onProgress });
  await restoreFiles({ ...toy.restoring('', manifest), onProgress }, { bytes: bytesIn(join(toy.folder, 'back')), kept: toy.heads });
  const all = (what: string, of: number): Progress[] => Array.from({ length: of }, (_, i) => ({ done: i + 1, of, what }));
  const tables = manifest.tables.length;
  // How many files there are is known once they are listed: here none is named by a row.
  const files = [1, 2].map((done) => ({ done, of: done, what: 'files' }));
  expect(shown).toEqual([...all('tables', tables), ...files, ...all('tables read', tables), ...all('files read', 2), ...all('tables filled', tables), ...all('tables compared', tables), ...all('files', 2)]);
});

it('is there whole or not at all: one that broke off is none, and the next removes what it left', async () => {
  await expect(
    toy.make({ named: async () => { throw new Error('it breaks off here'); } }),
  ).rejects.toThrow('it breaks off here');
  expect(readdirSync(toy.backups)).toHaveLength(1);
  expect(backupsIn(toy.backups)).toEqual([]);
  const { id } = await toy.make();
  expect(readdirSync(toy.backups)).toEqual([id]);
});

it('keeps the newest, with the bytes they share', async () => {
  const [first, both] = [toy.storeBytes('only in the first'), toy.storeBytes('in both')];
  const leaving = await toy.make();
  rmSync(join(toy.bytes, first.slice(0, 2), first));
  const staying = await toy.make();
  expect(await keepNewest(toy.backups, 2, alone)).toEqual([]);
  expect(await keepNewest(toy.backups, 1, alone)).toEqual([leaving.id]);
  expect(backupsIn(toy.backups)).toEqual([staying.id]);
  expect([first, both].map((sha256) => existsSync(toy.savedBytes(sha256)))).toEqual([false, true]);
  // What was in one that somebody removed by hand goes, too.
  rmSync(join(toy.bytes, both.slice(0, 2), both));
  await toy.make();
  rmSync(join(toy.backups, staying.id), { recursive: true });
  expect(await keepNewest(toy.backups, 2, alone)).toEqual([]);
  expect(existsSync(toy.savedBytes(both))).toBe(false);
});

it('puts its rows in the same order on every server, whatever language it sorts by', async () => {
  const { tables, id } = await toy.make();
  const saved = gunzipSync(readFileSync(join(toy.backups, id, 'tables', 'backup_toy.a_purse.copy.gz'))).toString();
  expect(saved.split('\n').map((line) => line[0])).toEqual(['B', 'a', 'c', undefined]);
  expect(tables.find(({ table }) => table === 'a_purse')).toMatchObject({ rows: 3 });
});

it('mends shared bytes that were damaged, from those the office still has', async () => {
  const sha256 = toy.storeBytes('a photo');
  await toy.make();
  writeFileSync(toy.savedBytes(sha256), 'rotten!');
  const { id } = await toy.make();
  expect(readFileSync(toy.savedBytes(sha256), 'utf8')).toBe('a photo');
  expect(backupsIn(toy.backups)).toContain(id);
});

it('is not made while a table of it is rewritten, which would look empty', async () => {
  const migrating = await connected(toy.adminUrl);
  await migrating.query('BEGIN; ALTER TABLE kind ALTER COLUMN code TYPE varchar(50)');
  const made = toy.make();
  await waitFor(async () => (await toy.client.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'property-office backup' AND wait_event_type = 'Lock'`)).rowCount === 1, { what: 'the backup to wait' });
  await migrating.query('COMMIT');
  await migrating.end();
  expect((await made).tables.find(({ table }) => table === 'kind')).toMatchObject({ rows: 1 });
});
