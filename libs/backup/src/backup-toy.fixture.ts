import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { testDatabase, throwawayFolder, type TestDatabase } from '@property-office/testing';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { filesBelow } from './bytes';
import { makeBackup, platformSchema, type BackupOptions, type KeptBytes, type Manifest, type RestoreOptions, type StillAlone } from './index';

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
      -- First and last of all, so that two connections copy them, at two moments.
      CREATE TABLE a_purse (id text COLLATE "en-x-icu" PRIMARY KEY, holds integer NOT NULL);
      CREATE TABLE z_purse (LIKE a_purse INCLUDING ALL);
      INSERT INTO a_purse VALUES ('a', 500), ('B', 0), ('c', 0);
      INSERT INTO z_purse VALUES ('a', 500);
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

export const roleSecret = 'spec';
const schemaWith = (...migrations: ServiceSchema['migrations']): ServiceSchema => ({ service: 'backup_toy', entities: [], migrations, poolSize: 2 });
/** The version that makes backups. */
export const old = schemaWith(Notes1763900000001);
/** The one after it. */
export const current = schemaWith(Notes1763900000001, Titles1763900000002);
const odd = ['', '\\N', 'a\tb\nc\\', '漏水 🚰', '"quoted", \'twice\''];

export const idOf = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
export const alone = async (): Promise<void> => undefined;
export const quietly = { onProgress: (): void => undefined };

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** Keeps files in a folder. */
export function bytesIn(folder: string): KeptBytes {
  return {
    async *names() {
      yield* filesBelow(folder);
    },
    openNamed: async (name) => (existsSync(join(folder, name)) ? createReadStream(join(folder, name)) : undefined),
    putBack: async (name, file, sha256) => {
      if (hashOf(readFileSync(file)) !== sha256) return false;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      copyFileSync(file, join(folder, name));
      return true;
    },
  };
}

/** An office of one small service, with a folder of its own for each test. */
export class BackupToy {
  folder = '';

  private constructor(
    private readonly database: TestDatabase,
    readonly client: Client,
  ) {}

  static async open(): Promise<BackupToy> {
    const database = await testDatabase({ template: 'backup_toy', prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [old], roleSecret }) });
    const client = await connected(database.adminUrl);
    await client.query(`DELETE FROM kind WHERE code <> 'seeded'`);
    for (const [n, text] of [...odd, null].entries())
      await client.query(
        `INSERT INTO note (id, text, raw, detail, at, long, sha256) VALUES ($1, $2, $3, $4, '2026-02-28T23:59:59.123456Z', '3 mons -04:05', NULL)`,
        [idOf(n), text, Buffer.from([n, 0, 255]), JSON.stringify({ n, 名: text })],
      );
    await client.query('INSERT INTO comment SELECT id, $1 FROM note, generate_series(1, 2)', ['同样的话']);
    return new BackupToy(database, client);
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.database.drop();
  }

  beginTest(): void {
    this.folder = throwawayFolder();
  }

  async endTest(): Promise<void> {
    await this.client.query('UPDATE note SET sha256 = NULL');
    rmSync(this.folder, { recursive: true });
  }

  get adminUrl(): string {
    return this.database.adminUrl;
  }

  get backups(): string {
    return join(this.folder, 'backups');
  }

  get bytes(): string {
    return join(this.folder, 'files');
  }

  get heads(): string {
    return join(this.folder, 'heads');
  }

  make(bytes: Partial<BackupOptions['bytes']> = {}, { onProgress }: Pick<BackupOptions, 'onProgress'> = quietly, stillAlone: StillAlone = alone): Promise<Manifest> {
    const named = async (reader: Client): Promise<string[]> =>
      (await reader.query<{ sha256: string }>('SELECT sha256 FROM backup_toy.note WHERE sha256 IS NOT NULL')).rows.map(({ sha256 }) => sha256);
    const office = {
      adminUrl: this.adminUrl,
      schemas: ['backup_toy', platformSchema],
      bytes: { kept: bytesIn(this.bytes), named, ...bytes },
      keptFolder: this.heads,
      keys: { fields: ['k1'] },
      to: this.backups,
      onProgress,
    };
    return makeBackup(office, stillAlone);
  }

  restoring(adminUrl: string, manifest: Manifest, schema = old): RestoreOptions {
    return { from: this.backups, manifest, adminUrl, schemas: [schema], roleSecret, testClock: false, ...quietly };
  }

  /** Stores something as the office does. @returns its SHA-256 */
  storeBytes(content: string): string {
    const sha256 = hashOf(content);
    mkdirSync(join(this.bytes, sha256.slice(0, 2)), { recursive: true });
    writeFileSync(join(this.bytes, sha256.slice(0, 2), sha256), content);
    return sha256;
  }

  /** Where the backups have it. */
  savedBytes(sha256: string): string {
    return join(this.backups, 'bytes', sha256.slice(0, 2), sha256);
  }
}

export async function connected(url: string): Promise<Client> {
  const made = new Client({ connectionString: url, options: '-c search_path=backup_toy,platform' });
  await made.connect();
  return made;
}

/** Runs with an empty database, and removes it. */
export async function inEmpty<T>(work: (adminUrl: string, asAdmin: Client) => Promise<T>): Promise<T> {
  const target = await testDatabase();
  const asAdmin = await connected(target.adminUrl);
  try {
    return await work(target.adminUrl, asAdmin);
  } finally {
    await asAdmin.end();
    await target.drop();
  }
}

export const rowsOf = async (reader: Client): Promise<Record<string, unknown[]>> => ({
  notes: (await reader.query('SELECT id, seq, text, raw, detail, at, long, size FROM note ORDER BY id')).rows,
  comments: (await reader.query('SELECT note_id, text FROM comment ORDER BY 1')).rows,
  kinds: (await reader.query('SELECT code FROM kind')).rows,
});

export const schemasIn = async (reader: Client): Promise<unknown[]> =>
  (await reader.query(`SELECT nspname FROM pg_namespace WHERE nspname IN ('backup_toy', 'platform')`)).rows;
