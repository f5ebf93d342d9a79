import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDatabase } from '@property-office/persistence';
import { BackupToy, bytesIn, connected, current, idOf, inEmpty, old, quietly, roleSecret, rowsOf, schemasIn } from './backup-toy.fixture';
import { filesBelow } from './bytes';
import { damageOf, restoreDatabase, restoreFiles } from './index';

let toy: BackupToy;
beforeAll(async () => {
  toy = await BackupToy.open();
});
afterAll(() => toy?.close());
beforeEach(() => toy.beginTest());
afterEach(() => toy.endTest());

it('gives back every row, without what migrations seeded and was deleted; sequences go on', async () => {
  const manifest = await toy.make();
  await inEmpty(async (adminUrl, restored) => {
    await restoreDatabase(toy.restoring(adminUrl, manifest));
    expect(await rowsOf(restored)).toEqual(await rowsOf(toy.client));
    const next = await restored.query<{ seq: string }>(`INSERT INTO note (id, at) VALUES ('${idOf(9)}', now()) RETURNING seq`);
    expect(next.rows[0]!.seq).toBe('7');
  });
});

it('is as of one moment while others write: what moves between rows is neither lost nor doubled', async () => {
  const stop = { now: false };
  const mover = await connected(toy.adminUrl);
  const moving = (async () => {
    while (!stop.now) await mover.query(`WITH out AS (UPDATE a_purse SET holds = holds - 1 WHERE id = 'a') UPDATE z_purse SET holds = holds + 1`);
  })();
  const manifest = await toy.make();
  stop.now = true;
  await moving;
  await mover.end();
  await inEmpty(async (adminUrl, restored) => {
    await restoreDatabase(toy.restoring(adminUrl, manifest));
    expect((await restored.query('SELECT sum(holds)::int AS sum FROM (TABLE a_purse UNION ALL TABLE z_purse) AS purses')).rows).toEqual([{ sum: 1000 }]);
  });
});

it('of an older version is restored as it was and then brought forward', async () => {
  const manifest = await toy.make();
  await inEmpty(async (adminUrl, restored) => {
    await restoreDatabase(toy.restoring(adminUrl, manifest, current));
    expect((await restored.query('SELECT DISTINCT title FROM note')).rows).toEqual([{ title: '无题' }]);
  });
});

it('is refused by a version that lacks its migrations or its service, and by a database that is not empty', async () => {
  const manifest = await toy.make();
  const newer = { ...manifest, migrations: { backup_toy: ['Notes1763900000001', 'Later1763900000009'] } };
  const other = { ...manifest, migrations: { elsewhere: [] } };
  await inEmpty(async (adminUrl, untouched) => {
    await expect(restoreDatabase(toy.restoring(adminUrl, newer))).rejects.toThrow(/newer version.*Later1763900000009/);
    await expect(restoreDatabase(toy.restoring(adminUrl, other))).rejects.toThrow(/elsewhere/);
    expect(await schemasIn(untouched)).toEqual([]);
  });
  await expect(restoreDatabase(toy.restoring(toy.adminUrl, manifest))).rejects.toThrow(/not empty, it has backup_toy, platform/);
  expect((await rowsOf(toy.client)).notes).toHaveLength(6);
});

it('that was damaged is named, and restored by nobody; nothing is left in the database', async () => {
  const sha256 = toy.storeBytes('a photo');
  const manifest = await toy.make();
  expect(await damageOf(toy.backups, manifest, quietly.onProgress)).toEqual([]);

  const table = join(toy.backups, manifest.id, 'tables', 'backup_toy.note.copy.gz');
  const whole = readFileSync(table);
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1]! ^= 1;
  writeFileSync(toy.savedBytes(sha256), 'b photo');
  for (const [content, what] of [[flipped, 'its rows are damaged'], [whole.subarray(0, -9), 'its rows are damaged']] as const) {
    writeFileSync(table, content);
    expect(await damageOf(toy.backups, manifest, quietly.onProgress)).toEqual([
      `backup_toy.note: ${what} (${table})`,
      `${sha256.slice(0, 2)}/${sha256}: its bytes are damaged (${toy.savedBytes(sha256)})`,
    ]);
    await inEmpty(async (adminUrl, untouched) => {
      await expect(restoreDatabase(toy.restoring(adminUrl, manifest))).rejects.toThrow(/unexpected end|incorrect data|invalid|are not those|extra data|missing data|syntax|unknown|unterminated|has \d+ rows/i);
      expect(await schemasIn(untouched)).toEqual([]);
    });
  }
  await expect(restoreFiles(toy.restoring('', manifest), { bytes: bytesIn(join(toy.folder, 'back')), kept: toy.heads })).rejects.toThrow(/damaged/);
  expect(filesBelow(join(toy.folder, 'back'))).toEqual([]);
  rmSync(table);
  rmSync(toy.savedBytes(sha256));
  expect((await damageOf(toy.backups, manifest, quietly.onProgress)).map((line) => line.replace(/ \(.*/, ''))).toEqual([
    'backup_toy.note: its rows are missing',
    `${sha256.slice(0, 2)}/${sha256}: its bytes are missing`,
  ]);
});

it('whose rows are others than those saved is not taken for the same', async () => {
  const manifest = await toy.make();
  const forged = { ...manifest, tables: manifest.tables.map((each) => (each.table === 'kind' ? { ...each, sha256: '0'.repeat(64) } : each)) };
  const short = { ...manifest, tables: manifest.tables.map((each) => (each.table === 'comment' ? { ...each, rows: 13 } : each)) };
  await inEmpty(async (adminUrl, untouched) => {
    await expect(restoreDatabase(toy.restoring(adminUrl, forged))).rejects.toThrow('the rows of "backup_toy"."kind" are not those that were saved');
    await expect(restoreDatabase(toy.restoring(adminUrl, short))).rejects.toThrow('"backup_toy"."comment" has 12 rows, saved were 13');
    expect(await schemasIn(untouched)).toEqual([]);
  });
});

it('holds bytes and heads, and puts them back; twice is once', async () => {
  const sha256 = toy.storeBytes('a photo');
  mkdirSync(toy.heads);
  writeFileSync(join(toy.heads, 'toy.log'), 'head\n');
  const manifest = await toy.make();
  const back = join(toy.folder, 'back');
  const to = { bytes: bytesIn(back), kept: join(toy.folder, 'heads-back') };
  for (let time = 1; time <= 2; time++) await restoreFiles(toy.restoring('', manifest), to);
  expect(readFileSync(join(back, sha256.slice(0, 2), sha256), 'utf8')).toBe('a photo');
  expect(readdirSync(back)).toEqual([sha256.slice(0, 2)]);
  expect(readFileSync(join(to.kept, 'toy.log'), 'utf8')).toBe('head\n');
  writeFileSync(join(back, sha256.slice(0, 2), sha256), 'another');
  await expect(restoreFiles(toy.restoring('', manifest), to)).rejects.toThrow(/is another file/);
});

it('of whoever was killed in the middle no office is opened; restored again it begins anew', async () => {
  const manifest = await toy.make();
  await inEmpty(async (adminUrl, restored) => {
    const killed = new Error('killed here');
    const half = { ...toy.restoring(adminUrl, manifest), finish: () => Promise.reject(killed) };
    await expect(restoreDatabase(half)).rejects.toBe(killed);
    expect(await schemasIn(restored)).toEqual([]);
    // A process that is killed removes nothing.
    await restored.query('CREATE SCHEMA platform; CREATE TABLE platform.restoring (backup text NOT NULL); CREATE SCHEMA backup_toy; CREATE TABLE backup_toy.half ()');
    await expect(prepareDatabase({ adminUrl, schemas: [old], roleSecret })).rejects.toThrow(/not whole: restore it again/);
    let finished = 0;
    await restoreDatabase({ ...toy.restoring(adminUrl, manifest), finish: async () => void (finished += 1) });
    expect(finished).toBe(1);
    expect(await rowsOf(restored)).toEqual(await rowsOf(toy.client));
    await prepareDatabase({ adminUrl, schemas: [old], roleSecret });
  });
});

it('keeps what stands in the place of a head that is put back, under another name', async () => {
  mkdirSync(toy.heads);
  writeFileSync(join(toy.heads, 'toy.log'), 'head\n');
  const manifest = await toy.make();
  writeFileSync(join(toy.heads, 'toy.log'), 'head\nlater head\n');
  await restoreFiles(toy.restoring('', manifest), { bytes: bytesIn(toy.bytes), kept: toy.heads });
  expect(readFileSync(join(toy.heads, 'toy.log'), 'utf8')).toBe('head\n');
  expect(readFileSync(join(toy.heads, `toy.log.before-${manifest.id}`), 'utf8')).toBe('head\nlater head\n');
});
