import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError } from './backup-error';

/** One table as its snapshot saw it. */
export interface SavedTable {
  schema: string;
  table: string;
  /** Those that are written, in the order of the file; generated ones are made again. */
  columns: string[];
  rows: number;
  /** Of the rows as COPY writes them in text, in the order of the key: the same rows give the same everywhere. */
  sha256: string;
}

export interface SavedSequence {
  schema: string;
  sequence: string;
  /** Null where it was never asked. */
  value: string | null;
}

export interface SavedFile {
  /** Below the folder of the bytes. */
  path: string;
  bytes: number;
  sha256: string;
}

/** What a backup holds; written last, so that a backup without it is none. */
export interface Manifest {
  format: 1;
  id: string;
  /** When the snapshot was taken: all tables are as they were then. ISO 8601, by the database. */
  snapshotAt: string;
  finishedAt: string;
  /** Names in the order they were applied, by schema. */
  migrations: Record<string, string[]>;
  tables: SavedTable[];
  sequences: SavedSequence[];
  files: SavedFile[];
  /** Bytes that a row of the snapshot names and that were gone already, because the office has removed the row since. */
  removedMeanwhile: string[];
  /** Bytes that rows name and that were not there: the office itself had lost them. */
  lost: string[];
  /** Files kept beside the database: heads of audit chains. */
  kept: Array<{ name: string; content: string }>;
  /** Ids of the keys, by what they open. The keys themselves are kept apart. */
  keys: Record<string, string[]>;
}

/** Written by whoever restored a backup, to prove it or in earnest. */
export interface Proof {
  provedAt: string;
  rows: number;
  files: number;
}

export const manifestName = 'manifest.json';
export const proofName = 'proved.json';
export const tablesFolder = 'tables';
/** Of all backups in a folder: bytes are never changed, so what one has copied the next need not. */
export const bytesFolder = 'bytes';
/** Ends the name of one that is being made. */
export const unfinished = '.unfinished';

/** @throws BackupError where there is none, or one that this version cannot read */
export function readManifest(folder: string, id: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, id, manifestName), 'utf8')) as Manifest;
  } catch (error) {
    throw new BackupError(`${join(folder, id)} holds no whole backup: ${(error as Error).message}`);
  }
  if (manifest.format !== 1)
    throw new BackupError(`backup ${id} has format ${String(manifest.format)}; this version reads format 1`);
  return manifest;
}

/** Ids of the whole backups in a folder, oldest first. */
export function backupsIn(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => !name.endsWith(unfinished) && namesIn(join(folder, name)).includes(manifestName))
    .sort();
}

/** @returns undefined where it was never restored, or nobody can read that it was */
export function readProof(folder: string, id: string): Proof | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, id, proofName), 'utf8')) as Proof;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Of all its tables. */
export function rowsIn({ tables }: Pick<Manifest, 'tables'>): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** Of one table; none where the version that made it had no such table. */
export function savedRows({ tables }: Pick<Manifest, 'tables'>, schema: string, table: string): number {
  return tables.find((each) => each.schema === schema && each.table === table)?.rows ?? 0;
}

export function fileOfTable({ schema, table }: Pick<SavedTable, 'schema' | 'table'>): string {
  return join(tablesFolder, `${schema}.${table}.copy.gz`);
}

export function fileOfBytes(sha256: string): string {
  return join(bytesFolder, sha256.slice(0, 2), sha256);
}
