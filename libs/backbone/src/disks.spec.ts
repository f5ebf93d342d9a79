import { mkdirSync, mkdtempSync, rmSync, statfsSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { disksOf, type Looks } from './disks';

/** What every machine has, and never on the disk of its temporary files. */
const elsewhere = '/proc';

let folder: string;
let dataDir: string;
let backupDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'property-office-disks-'));
  [dataDir, backupDir] = [join(folder, 'data'), join(folder, 'backups')];
});
afterEach(() => rmSync(folder, { recursive: true }));

const foldersOf = async (): Promise<string[]> => (await disksOf({ dataDir, backupDir })).map(({ folder: each }) => each);

test('this machine has two disks to tell apart', () => {
  expect(statSync(elsewhere).dev).not.toBe(statSync(folder).dev);
});

test('one disk is told once, by the first folder that is on it', async () => {
  mkdirSync(join(dataDir, 'files'), { recursive: true });
  mkdirSync(backupDir);
  expect(await foldersOf()).toEqual(['data']);
});

test('a folder below DATA_DIR that is a disk of its own is told, with what is there', async () => {
  mkdirSync(join(dataDir, 'audit-heads'), { recursive: true });
  symlinkSync(elsewhere, join(dataDir, 'files'));
  const { blocks, bsize } = statfsSync(elsewhere);
  const found = await disksOf({ dataDir, backupDir });
  expect(found.map(({ folder: each }) => each)).toEqual(['data', 'files']);
  expect(found[1]).toMatchObject({ path: join(dataDir, 'files'), size: blocks * bsize });
  expect(found[1]!.free).toBeLessThanOrEqual(found[1]!.size);
});

test('volumes that one server gives to several folders are its one disk', async () => {
  mkdirSync(dataDir);
  for (const each of ['audit-heads', 'destruction-register']) symlinkSync(elsewhere, join(dataDir, each));
  expect(await foldersOf()).toEqual(['data', 'audit-heads']);
});

test('backups on another disk are told, and folders that are not there are not', async () => {
  expect(await foldersOf()).toEqual([]);
  symlinkSync(elsewhere, backupDir);
  expect(await foldersOf()).toEqual(['backups']);
});

test('a disk that hangs is left out, and the others are told', async () => {
  symlinkSync(elsewhere, backupDir);
  mkdirSync(dataDir);
  const looks: Looks = new Map([[dataDir, new Promise<undefined>(() => undefined)]]);
  expect((await disksOf({ dataDir, backupDir }, looks)).map(({ folder: each }) => each)).toEqual(['backups']);
  expect([...looks.keys()]).toEqual([dataDir]);
});
