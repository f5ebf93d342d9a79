import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '@property-office/embedded';
import { prepareDatabase, restoringMarker, type ServiceSchema } from '@property-office/persistence';
import { escapeIdentifier, type Client } from 'pg';
import { BackupError } from './backup-error';
import { restoreBytes, type KeptBytes } from './bytes';
import { connect, workThrough } from './connections';
import { fillTable, hashTable } from './copy-streams';
import type { Progress } from './make-backup';
import { fileOfTable, type Manifest, type SavedTable } from './manifest';
import { qualified, tablesOf, type Table } from './tables';

/** What belongs to whoever prepares a database rather than to one service. */
export const platformSchema = 'platform';

export interface RestoreOptions {
  /** Folder of all backups. */
  from: string;
  manifest: Manifest;
  /** Of a database with nothing of ours in it. */
  adminUrl: string;
  /** As this version of the product has them. */
  schemas: readonly ServiceSchema[];
  roleSecret: string;
  testClock: boolean;
  /** What the office in it needs before it may be opened again, in the transaction after which it is whole. */
  finish?(client: Client): Promise<void>;
  onProgress(progress: Progress): void;
}

const width = 3;

/**
 * Fills an empty database from a backup and compares every table with what was saved, before it is brought to what this version
 * needs. When anything is wrong, nothing is left in it. Whoever is killed leaves a database that no office opens, and that is filled from the
 * beginning the next time.
 * @throws BackupError for a database that is not empty, a backup of a newer version, and whatever differs
 */
export async function restoreDatabase(options: RestoreOptions): Promise<void> {
  const { manifest, adminUrl, schemas, roleSecret, testClock } = options;
  const asTheyWere = schemasOf(manifest, schemas);
  await beginEmpty(options);
  try {
    await prepareDatabase({ adminUrl, schemas: asTheyWere, roleSecret, testClock, restoring: true });
    await requireSameTables(options);
    await fillTables(options);
    await setSequences(options);
    await compareTables(options);
    await prepareDatabase({ adminUrl, schemas: [...schemas], roleSecret, testClock, restoring: true });
    await finish(options);
  } catch (error) {
    // Where the database is away the marker stays in it: no office begins, and what went wrong first is what is told.
    await dropSchemas(options).catch(() => undefined);
    throw error;
  }
}

/**
 * Puts bytes and the files that are kept beside the database back where they were. Repeatable. What stands there and says something else,
 * such as heads of a trail that is lost now, is kept under another name.
 */
export async function restoreFiles(
  { from, manifest, onProgress }: Pick<RestoreOptions, 'from' | 'manifest' | 'onProgress'>,
  to: { bytes: KeptBytes; kept: string },
): Promise<void> {
  let done = 0;
  await restoreBytes(manifest.files, from, to.bytes, () => onProgress({ done: ++done, of: manifest.files.length, what: 'files' }));
  for (const { name, content } of manifest.kept) {
    const path = join(to.kept, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (existsSync(path) && readFileSync(path, 'utf8') !== content) renameSync(path, `${path}.before-${manifest.id}`);
    writeWhole(path, content);
  }
}

/** Each service with the migrations it had. @throws BackupError where this version lacks a service or a migration of it */
export function schemasOf({ id, migrations }: Manifest, schemas: readonly ServiceSchema[]): ServiceSchema[] {
  return Object.entries(migrations).map(([service, names]) => {
    const schema = schemas.find((each) => each.service === service);
    if (!schema) throw new BackupError(`backup ${id} has a service ${service}, which this version does not`);
    const known = new Map(schema.migrations.map((migration) => [nameOf(migration), migration]));
    const unknown = names.filter((name) => !known.has(name));
    if (unknown.length > 0)
      throw new BackupError(`backup ${id} is of a newer version: ${service} does not know ${unknown.join(', ')}. Restore it with that version`);
    return { ...schema, migrations: schema.migrations.filter((migration) => names.includes(nameOf(migration))) };
  });
}

/** As TypeORM writes it down. */
function nameOf(Migration: ServiceSchema['migrations'][number]): string {
  return new Migration().name ?? Migration.name;
}

const allSchemas = ({ schemas }: RestoreOptions): string[] => [...schemas.map(({ service }) => service), platformSchema];

/** @throws BackupError where the database is neither empty nor half restored */
export async function requireEmpty(options: RestoreOptions): Promise<void> {
  const client = await connect(options.adminUrl);
  try {
    if (await isHalfRestored(client)) return;
    const { rows } = await client.query<{ name: string }>('SELECT nspname::text AS name FROM pg_namespace WHERE nspname = ANY ($1) ORDER BY 1', [allSchemas(options)]);
    if (rows.length > 0)
      throw new BackupError(`the database is not empty, it has ${rows.map(({ name }) => name).join(', ')}: a backup is restored into an empty one only`);
  } finally {
    await client.end();
  }
}

async function beginEmpty(options: RestoreOptions): Promise<void> {
  await requireEmpty(options);
  await dropSchemas(options);
  const client = await connect(options.adminUrl);
  try {
    // With the schema: nobody finds the one without the other.
    await client.query(`BEGIN; CREATE SCHEMA ${platformSchema}; CREATE TABLE ${restoringMarker} (backup text NOT NULL); COMMIT`);
  } finally {
    await client.end();
  }
}

async function isHalfRestored(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ half: boolean }>('SELECT to_regclass($1) IS NOT NULL AS half', [restoringMarker]);
  return rows[0]!.half;
}

async function finish({ adminUrl, finish: more }: RestoreOptions): Promise<void> {
  const client = await connect(adminUrl);
  try {
    await client.query('BEGIN');
    await more?.(client);
    await client.query(`DROP TABLE ${restoringMarker}`);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function requireSameTables(options: RestoreOptions): Promise<void> {
  const { manifest } = options;
  const here = new Set((await tablesHere(options)).map(qualified));
  const there = new Set(manifest.tables.map(qualified));
  const missing = [...there].filter((name) => !here.has(name));
  const more = [...here].filter((name) => !there.has(name));
  if (missing.includes(qualified({ schema: platformSchema, table: 'test_clock' })))
    throw new BackupError('the backup is of an office with a test clock: restore it with TEST_CLOCK=1');
  if (missing.length + more.length > 0)
    throw new BackupError(`the same migrations made other tables: ${[...missing.map((name) => `${name} is missing`), ...more.map((name) => `${name} is new`)].join(', ')}`);
}

async function tablesHere(options: RestoreOptions): Promise<Table[]> {
  const client = await connect(options.adminUrl);
  try {
    return await tablesOf(client, [...Object.keys(options.manifest.migrations), platformSchema]);
  } finally {
    await client.end();
  }
}

/** Tables that are referred to first; what migrations seeded is in the backup, too. */
async function fillTables({ from, manifest, adminUrl, onProgress }: RestoreOptions): Promise<void> {
  const client = await connect(adminUrl);
  try {
    await client.query('BEGIN');
    await client.query(`TRUNCATE ${manifest.tables.map(qualified).join(', ')}`);
    let done = 0;
    for (const table of manifest.tables) {
      await fillTable(client, table, join(from, manifest.id, fileOfTable(table)));
      onProgress({ done: ++done, of: manifest.tables.length, what: 'tables filled' });
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function setSequences({ manifest, adminUrl }: RestoreOptions): Promise<void> {
  const client = await connect(adminUrl);
  try {
    for (const { schema, sequence, value } of manifest.sequences)
      if (value !== null) await client.query('SELECT setval($1, $2)', [`${escapeIdentifier(schema)}.${escapeIdentifier(sequence)}`, value]);
  } finally {
    await client.end();
  }
}

async function compareTables(options: RestoreOptions): Promise<void> {
  const { manifest, adminUrl, onProgress } = options;
  const saved = new Map(manifest.tables.map((table): [string, SavedTable] => [qualified(table), table]));
  const differing: string[] = [];
  let done = 0;
  await workThrough(adminUrl, { width, items: await tablesHere(options) }, async (client, table) => {
    const { rows, sha256 } = saved.get(qualified(table))!;
    const found = await hashTable(client, table);
    if (found.rows !== rows) differing.push(`${qualified(table)} has ${found.rows} rows, saved were ${rows}`);
    else if (found.sha256 !== sha256) differing.push(`the rows of ${qualified(table)} are not those that were saved`);
    onProgress({ done: ++done, of: saved.size, what: 'tables compared' });
  });
  if (differing.length > 0) throw new BackupError(differing.sort().join('\n'));
}

async function dropSchemas(options: RestoreOptions): Promise<void> {
  const client = await connect(options.adminUrl);
  try {
    for (const schema of allSchemas(options)) await client.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(schema)} CASCADE`);
  } finally {
    await client.end();
  }
}
