import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { StillAlone } from './alone-in-office';
import { filesBelow, saveBytes, type KeptBytes } from './bytes';
import { connect, workThrough } from './connections';
import { saveTable, syncFile } from './copy-streams';
import { fileOfTable, manifestName, tablesFolder, unfinished, type Manifest, type SavedSequence, type SavedTable } from './manifest';
import { qualified, tablesOf, type Table } from './tables';

export interface BackupOptions {
  /** A role that reads every schema. */
  adminUrl: string;
  /** Of the services, and `platform`. */
  schemas: readonly string[];
  /** Where files are kept that the database names by their SHA-256; they are added and removed, never changed. */
  bytes: { kept: KeptBytes; named(client: Client): Promise<string[]> };
  /** Folder of small files that are only appended to: taken before the snapshot, so that it holds all they speak of. */
  keptFolder: string;
  keys: Record<string, string[]>;
  /** Folder of all backups; nobody else writes into it meanwhile (`aloneInOffice`). */
  to: string;
  onProgress(progress: Progress): void;
}

export interface Progress {
  done: number;
  of: number;
  what: string;
}

/** COPY streams side by side: one fills a core of the server, and one of ours with its compression. */
const width = 3;
const snapshot = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * Saves a whole office while it works: every table as of one moment, then the bytes, which by then hold all that a row names.
 * A backup appears whole under its name or not at all.
 * @throws BackupError as `stillAlone`
 */
export async function makeBackup(options: BackupOptions, stillAlone: StillAlone): Promise<Manifest> {
  const { adminUrl, schemas, to, keptFolder, keys } = options;
  removeUnfinished(to);
  const kept = filesBelow(keptFolder).map((name) => ({ name, content: readFileSync(join(keptFolder, name), 'utf8') }));
  const client = await connect(adminUrl);
  try {
    const known = await tablesOf(client, schemas);
    await client.query(snapshot);
    // Before the snapshot, which is taken by the first statement that reads: nobody may rewrite a table while it is copied.
    if (known.length > 0) await client.query(`LOCK TABLE ${known.map(qualified).join(', ')} IN ACCESS SHARE MODE`);
    const taken = await client.query<{ at: Date; id: string }>('SELECT clock_timestamp() AS at, pg_export_snapshot() AS id');
    const { at, id: snapshotId } = taken.rows[0]!;
    const id = at.toISOString().replace(/[-:]/g, '').replace(/\.(\d+)Z/, '$1Z');
    const folder = join(to, `${id}${unfinished}`);
    mkdirSync(join(folder, tablesFolder), { recursive: true, mode: 0o700 });
    const manifest: Manifest = {
      format: 1,
      id,
      snapshotAt: at.toISOString(),
      finishedAt: '',
      migrations: await migrationsOf(client, schemas),
      sequences: await sequencesOf(client, schemas),
      tables: await saveTables(options, { client, snapshotId, folder }),
      ...(await saveFiles(options, client)),
      kept,
      keys,
    };
    manifest.finishedAt = new Date().toISOString();
    const path = join(folder, manifestName);
    writeFileSync(path, `${JSON.stringify(manifest, undefined, 1)}\n`, { mode: 0o600 });
    await syncFile(path);
    // Bytes that were there already may be gone where somebody else has removed backups meanwhile.
    await stillAlone();
    renameSync(folder, join(to, id));
    await syncFile(to);
    return manifest;
  } finally {
    await client.end();
  }
}

async function saveTables(
  { adminUrl, schemas, onProgress }: BackupOptions,
  { client, snapshotId, folder }: { client: Client; snapshotId: string; folder: string },
): Promise<SavedTable[]> {
  const tables = await tablesOf(client, schemas);
  const saved = new Map<Table, SavedTable>();
  const begin = [snapshot, `SET TRANSACTION SNAPSHOT '${snapshotId}'`];
  await workThrough(adminUrl, { width, items: tables, begin }, async (worker, table) => {
    const { schema, table: name, columns } = table;
    const content = await saveTable(worker, table, join(folder, fileOfTable(table)));
    saved.set(table, { schema, table: name, columns, ...content });
    onProgress({ done: saved.size, of: tables.length, what: 'tables' });
  });
  return tables.map((table) => saved.get(table)!);
}

type SavedBytes = Pick<Manifest, 'files' | 'removedMeanwhile' | 'lost'>;

async function saveFiles({ adminUrl, bytes, to, onProgress }: BackupOptions, client: Client): Promise<SavedBytes> {
  const named = await bytes.named(client);
  let done = 0;
  const files = await saveBytes(bytes.kept, to, () => onProgress({ done: ++done, of: Math.max(done, named.length), what: 'files' }));
  const saved = new Set(files.map(({ sha256 }) => sha256));
  const missing = named.filter((sha256) => !saved.has(sha256));
  const stillNamed = new Set(missing.length > 0 ? await asOfNow(adminUrl, bytes.named) : []);
  return {
    files,
    removedMeanwhile: missing.filter((sha256) => !stillNamed.has(sha256)),
    lost: missing.filter((sha256) => stillNamed.has(sha256)),
  };
}

async function asOfNow<T>(adminUrl: string, read: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(adminUrl);
  try {
    return await read(client);
  } finally {
    await client.end();
  }
}

async function migrationsOf(client: Client, schemas: readonly string[]): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ schema: string }>(`SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'migrations' AND schemaname = ANY ($1) ORDER BY 1`, [schemas]);
  const applied: Record<string, string[]> = {};
  for (const { schema } of rows) {
    const names = await client.query<{ name: string }>(`SELECT name FROM "${schema}".migrations ORDER BY id`);
    applied[schema] = names.rows.map(({ name }) => name);
  }
  return applied;
}

/** A sequence does not wait for commits: what it says now is at least what the snapshot has used. */
async function sequencesOf(client: Client, schemas: readonly string[]): Promise<SavedSequence[]> {
  const { rows } = await client.query<SavedSequence>(
    `SELECT schemaname AS schema, sequencename AS sequence, last_value::text AS value FROM pg_sequences WHERE schemaname = ANY ($1) ORDER BY 1, 2`,
    [schemas],
  );
  return rows;
}

function removeUnfinished(to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(to)) if (name.endsWith(unfinished) || name.endsWith('.draft')) rmSync(join(to, name), { recursive: true });
}
