import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { testDatabase, throwawayFolder } from '@property-office/testing';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { backupsIn, damageOf, keepNewest, makeBackup, platformSchema, proveBackup, readProof, restoreDatabase, restoreFiles, type Manifest } from './index';

class Notes1763900000001 {
  readonly name = 'Notes1763900000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE note (id uuid PRIMARY KEY, seq bigint GENERATED ALWAYS AS IDENTITY, text text, raw bytea, detail jsonb, at timestamptz NOT NULL,
                         long interval, size integer GENERATED ALWAYS AS (length(text)) STORED, sha256 text);
      -- Named so that order by name would fill it before what it refers to.
      CREATE TABLE comment (note_id uuid NOT NULL REFERENCES note, text text NOT NULL);
      CREATE TABLE kind (code text PRIMARY KEY);
      INSERT INTO kind VALUES ('seeded'), ('and taken away');
      CREATE TABLE purse (id integer PRIMARY KEY, holds integer NOT NULL);
      INSERT INTO purse VALUES (1, 500), (2, 500);
    `);
  }
  async down(): Promise<void> {}
}
class Titles1763900000002 {
  readonly name = 'Titles1763900000002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE note ADD COLUMN title text NOT NULL DEFAULT '无题'`);
  }
  async down(): Promise<void> {}
}

const roleSecret = 'spec';
const schemaWith = (...migrations: ServiceSchema['migrations']): ServiceSchema => ({ service: 'backup_toy', entities: [], migrations, poolSize: 2 });
const old = schemaWith(Notes1763900000001);
const current = schemaWith(Notes1763900000001, Titles1763900000002);
const odd = ['', '\\N', 'a\tb\nc\\', '漏水 🚰', '"quoted", \'twice\''];

let office: Awaited<ReturnType<typeof testDatabase>>;
let client: Client;
let folder: string;
const bytesFolder = (): string => join(folder, 'files');

beforeAll(async () => {
  office = await testDatabase({ template: 'backup_toy', prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [old], roleSecret }) });
  client = await connected(office.adminUrl);
  await client.query(`DELETE FROM kind WHERE code <> 'seeded'`);
  for (const [n, text] of [...odd, null].entries())
    await client.query(
      `INSERT INTO note (id, text, raw, detail, at, long, sha256) VALUES ($1, $2, $3, $4, '2026-02-28T23:59:59.123456Z', '3 mons -04:05', NULL)`,
      [idOf(n), text, Buffer.from([n, 0, 255]), JSON.stringify({ n, 名: text })],
    );
  await client.query('INSERT INTO comment SELECT id, $1 FROM note, generate_series(1, 2)', ['同样的话']);
});
afterAll(async () => {
  await client?.end();
  await office?.drop();
});
beforeEach(() => {
  folder = throwawayFolder();
});
afterEach(async () => {
  await client.query('UPDATE note SET sha256 = NULL');
  rmSync(folder, { recursive: true });
});

async function connected(url: string): Promise<Client> {
  const made = new Client({ connectionString: url, options: '-c search_path=backup_toy,platform' });
  await made.connect();
  return made;
}

const idOf = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const quietly = { onProgress: () => undefined };
const make = (): Promise<Manifest> =>
  makeBackup({
    adminUrl: office.adminUrl,
    schemas: ['backup_toy', platformSchema],
    bytes: {
      folder: bytesFolder(),
      skip: ['drafts'],
      named: async (reader) => (await reader.query<{ sha256: string }>('SELECT sha256 FROM backup_toy.note WHERE sha256 IS NOT NULL')).rows.map(({ sha256 }) => sha256),
    },
    keptFolder: join(folder, 'heads'),
    keys: { fields: ['k1'] },
    to: join(folder, 'backups'),
    ...quietly,
  });
const restoring = (adminUrl: string, manifest: Manifest, schema = old) => ({
  from: join(folder, 'backups'), manifest, adminUrl, schemas: [schema], roleSecret, testClock: false, ...quietly,
});
/** Runs with an empty database, and removes it. */
async function inEmpty<T>(work: (adminUrl: string, asAdmin: Client) => Promise<T>): Promise<T> {
  const target = await testDatabase();
  const asAdmin = await connected(target.adminUrl);
  try {
    return await work(target.adminUrl, asAdmin);
  } finally {
    await asAdmin.end();
    await target.drop();
  }
}
const rowsOf = async (reader: Client) => ({
  notes: (await reader.query('SELECT id, seq, text, raw, detail, at, long, size FROM note ORDER BY id')).rows,
  comments: (await reader.query('SELECT note_id, text FROM comment ORDER BY 1')).rows,
  kinds: (await reader.query('SELECT code FROM kind')).rows,
});
const schemasIn = async (reader: Client) => (await reader.query(`SELECT nspname FROM pg_namespace WHERE nspname IN ('backup_toy', 'platform')`)).rows;

function storeBytes(content: string): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  mkdirSync(join(bytesFolder(), sha256.slice(0, 2)), { recursive: true });
  writeFileSync(join(bytesFolder(), sha256.slice(0, 2), sha256), content);
  return sha256;
}
const savedBytes = (sha256: string): string => join(folder, 'backups', 'bytes', sha256.slice(0, 2), sha256);

it('gives back every row, without what migrations seeded and was deleted; sequences go on', async () => {
  const manifest = await make();
  await inEmpty(async (adminUrl, restored) => {
    await restoreDatabase(restoring(adminUrl, manifest));
    expect(await rowsOf(restored)).toEqual(await rowsOf(client));
    const next = await restored.query<{ seq: string }>(`INSERT INTO note (id, at) VALUES ('${idOf(9)}', now()) RETURNING seq`);
    expect(next.rows[0]!.seq).toBe('7');
  });
});

it('is as of one moment while others write: what moves between rows is neither lost nor doubled', async () => {
  const stop = { now: false };
  const mover = await connected(office.adminUrl);
  const moving = (async () => {
    while (!stop.now) await mover.query('WITH out AS (UPDATE purse SET holds = holds - 1 WHERE id = 1) UPDATE purse SET holds = holds + 1 WHERE id = 2');
  })();
  const manifest = await make();
  stop.now = true;
  await moving;
  await mover.end();
  await inEmpty(async (adminUrl, restored) => {
    await restoreDatabase(restoring(adminUrl, manifest));
    expect((await restored.query('SELECT sum(holds)::int AS sum FROM purse')).rows).toEqual([{ sum: 1000 }]);
  });
});

it('of an older version is restored as it was and then brought forward', async () => {
  const manifest = await make();
  await inEmpty(async (adminUrl, restored) => {
    await restoreDatabase(restoring(adminUrl, manifest, current));
    expect((await restored.query('SELECT DISTINCT title FROM note')).rows).toEqual([{ title: '无题' }]);
  });
});

it('is refused by a version that lacks its migrations or its service, and by a database that is not empty', async () => {
  const manifest = await make();
  const newer = { ...manifest, migrations: { backup_toy: ['Notes1763900000001', 'Later1763900000009'] } };
  const other = { ...manifest, migrations: { elsewhere: [] } };
  await inEmpty(async (adminUrl, untouched) => {
    await expect(restoreDatabase(restoring(adminUrl, newer))).rejects.toThrow(/newer version.*Later1763900000009/);
    await expect(restoreDatabase(restoring(adminUrl, other))).rejects.toThrow(/elsewhere/);
    expect(await schemasIn(untouched)).toEqual([]);
  });
  await expect(restoreDatabase(restoring(office.adminUrl, manifest))).rejects.toThrow(/not empty, it has backup_toy, platform/);
  expect((await rowsOf(client)).notes).toHaveLength(6);
});

it('that was damaged is named, and restored by nobody; nothing is left in the database', async () => {
  const sha256 = storeBytes('a photo');
  const manifest = await make();
  expect(await damageOf(join(folder, 'backups'), manifest, quietly.onProgress)).toEqual([]);

  const table = join(folder, 'backups', manifest.id, 'tables', 'backup_toy.note.copy.gz');
  const whole = readFileSync(table);
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1]! ^= 1;
  writeFileSync(savedBytes(sha256), 'b photo');
  for (const [content, what] of [[flipped, 'its rows are damaged'], [whole.subarray(0, -9), 'its rows are damaged']] as const) {
    writeFileSync(table, content);
    expect(await damageOf(join(folder, 'backups'), manifest, quietly.onProgress)).toEqual([
      `backup_toy.note: ${what} (${table})`,
      `${sha256.slice(0, 2)}/${sha256}: its bytes are damaged (${savedBytes(sha256)})`,
    ]);
    await inEmpty(async (adminUrl, untouched) => {
      await expect(restoreDatabase(restoring(adminUrl, manifest))).rejects.toThrow(/unexpected end|incorrect data|invalid|are not those|extra data|missing data|syntax|unknown|unterminated|has \d+ rows/i);
      expect(await schemasIn(untouched)).toEqual([]);
    });
  }
  await expect(restoreFiles(restoring('', manifest), { bytes: join(folder, 'back'), kept: join(folder, 'heads') })).rejects.toThrow(/damaged/);
  rmSync(table);
  rmSync(savedBytes(sha256));
  expect((await damageOf(join(folder, 'backups'), manifest, quietly.onProgress)).map((line) => line.replace(/ \(.*/, ''))).toEqual([
    'backup_toy.note: its rows are missing',
    `${sha256.slice(0, 2)}/${sha256}: its bytes are missing`,
  ]);
});

it('whose rows are others than those saved is not taken for the same', async () => {
  const manifest = await make();
  const forged = { ...manifest, tables: manifest.tables.map((each) => (each.table === 'kind' ? { ...each, sha256: '0'.repeat(64) } : each)) };
  const short = { ...manifest, tables: manifest.tables.map((each) => (each.table === 'comment' ? { ...each, rows: 13 } : each)) };
  await inEmpty(async (adminUrl, untouched) => {
    await expect(restoreDatabase(restoring(adminUrl, forged))).rejects.toThrow('the rows of "backup_toy"."kind" are not those that were saved');
    await expect(restoreDatabase(restoring(adminUrl, short))).rejects.toThrow('"backup_toy"."comment" has 12 rows, saved were 13');
    expect(await schemasIn(untouched)).toEqual([]);
  });
});

it('holds bytes and heads, and puts them back; twice is once', async () => {
  const sha256 = storeBytes('a photo');
  mkdirSync(join(bytesFolder(), 'drafts'));
  writeFileSync(join(bytesFolder(), 'drafts', 'half'), 'of one');
  mkdirSync(join(folder, 'heads'));
  writeFileSync(join(folder, 'heads', 'toy.log'), 'head\n');
  const manifest = await make();
  const to = { bytes: join(folder, 'back'), kept: join(folder, 'heads-back') };
  for (let time = 1; time <= 2; time++) await restoreFiles(restoring('', manifest), to);
  expect(readFileSync(join(to.bytes, sha256.slice(0, 2), sha256), 'utf8')).toBe('a photo');
  expect(readdirSync(to.bytes)).toEqual([sha256.slice(0, 2)]);
  expect(readFileSync(join(to.kept, 'toy.log'), 'utf8')).toBe('head\n');
  writeFileSync(join(to.bytes, sha256.slice(0, 2), sha256), 'another');
  await expect(restoreFiles(restoring('', manifest), to)).rejects.toThrow(/is another file/);
});

it('tells bytes the office has lost from those it removed meanwhile', async () => {
  const gone = 'f'.repeat(64);
  await client.query('UPDATE note SET sha256 = $1 WHERE id = $2', [gone, idOf(0)]);
  expect(await make()).toMatchObject({ lost: [gone], removedMeanwhile: [] });
  let asked = 0;
  const removed = await makeBackup({
    adminUrl: office.adminUrl, schemas: ['backup_toy'], keptFolder: join(folder, 'heads'), keys: {}, to: join(folder, 'backups'), ...quietly,
    bytes: { folder: bytesFolder(), skip: [], named: async () => (asked++ === 0 ? [gone] : []) },
  });
  expect(removed).toMatchObject({ lost: [], removedMeanwhile: [gone] });
});

it('is proved in a database of its own, which is removed; the proof is written down', async () => {
  const manifest = await make();
  const from = join(folder, 'backups');
  expect(readProof(from, manifest.id)).toBeUndefined();
  await proveBackup(restoring(office.adminUrl, manifest));
  expect(readProof(from, manifest.id)).toMatchObject({ rows: 21, files: 0 });
  expect((await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'proof%'`)).rows).toEqual([]);
});

it('is there whole or not at all: one that broke off is none, and the next removes what it left', async () => {
  await expect(
    makeBackup({
      adminUrl: office.adminUrl, schemas: ['backup_toy'], keptFolder: join(folder, 'heads'), keys: {}, to: join(folder, 'backups'), ...quietly,
      bytes: { folder: bytesFolder(), skip: [], named: async () => { throw new Error('it breaks off here'); } },
    }),
  ).rejects.toThrow('it breaks off here');
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  expect(backupsIn(join(folder, 'backups'))).toEqual([]);
  const { id } = await make();
  expect(readdirSync(join(folder, 'backups'))).toEqual([id]);
});

it('keeps the newest, with the bytes they share', async () => {
  const [first, both] = [storeBytes('only in the first'), storeBytes('in both')];
  const leaving = await make();
  rmSync(join(bytesFolder(), first.slice(0, 2), first));
  const staying = await make();
  expect(keepNewest(join(folder, 'backups'), 2)).toEqual([]);
  expect(keepNewest(join(folder, 'backups'), 1)).toEqual([leaving.id]);
  expect(backupsIn(join(folder, 'backups'))).toEqual([staying.id]);
  expect([first, both].map((sha256) => existsSync(savedBytes(sha256)))).toEqual([false, true]);
});
