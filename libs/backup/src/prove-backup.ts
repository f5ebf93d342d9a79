import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '@property-office/embedded';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { damagedBytes } from './bytes';
import { connect } from './connections';
import { hashSaved } from './copy-streams';
import { fileOfTable, proofName, rowsIn, type Manifest, type Proof } from './manifest';
import { restoreDatabase, type RestoreOptions } from './restore-backup';
import type { Progress } from './make-backup';

/** Reads a whole backup. @returns a line for everything that is missing or damaged */
export async function damageOf(from: string, manifest: Manifest, onProgress: (progress: Progress) => void): Promise<string[]> {
  const damaged: string[] = [];
  let done = 0;
  for (const table of manifest.tables) {
    const path = join(from, manifest.id, fileOfTable(table));
    const sha256 = existsSync(path) ? await hashSaved(path).catch(() => undefined) : undefined;
    if (sha256 !== table.sha256) damaged.push(`${table.schema}.${table.table}: ${existsSync(path) ? 'its rows are damaged' : 'its rows are missing'} (${path})`);
    onProgress({ done: ++done, of: manifest.tables.length, what: 'tables read' });
  }
  done = 0;
  damaged.push(...(await damagedBytes(manifest.files, from, () => onProgress({ done: ++done, of: manifest.files.length, what: 'files read' }))));
  return damaged;
}

/**
 * Restores a backup into a database of its own on the same server, which is removed again, and writes down that it could be done.
 * @throws BackupError naming what cannot be restored
 */
export async function proveBackup(options: RestoreOptions): Promise<Proof> {
  const { adminUrl, manifest, from } = options;
  const url = new URL(adminUrl);
  // Two offices on one server prove theirs beside each other.
  const ours = `proof_${createHash('sha256').update(url.pathname).digest('hex').slice(0, 8)}_`;
  const name = `${ours}${manifest.id.toLowerCase()}`;
  url.pathname = `/${name}`;
  const admin = await connect(adminUrl);
  try {
    await dropProofs(admin, ours);
    const { rows } = await admin.query<{ collate: string; ctype: string }>(
      'SELECT datcollate AS collate, datctype AS ctype FROM pg_database WHERE datname = current_database()',
    );
    const { collate, ctype } = rows[0]!;
    await admin.query(
      `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE ${escapeLiteral(collate)} LC_CTYPE ${escapeLiteral(ctype)}`,
    );
    await restoreDatabase({ ...options, adminUrl: url.toString() });
  } finally {
    await dropProofs(admin, ours);
    await admin.end();
  }
  return writeProof(from, manifest);
}

/** Also what one left that was killed: a whole copy of the office. */
async function dropProofs(admin: Client, prefix: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('SELECT datname::text AS name FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  for (const { name } of rows) await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
}

export function writeProof(from: string, manifest: Manifest): Proof {
  const proof: Proof = { provedAt: new Date().toISOString(), rows: rowsIn(manifest), files: manifest.files.length };
  writeWhole(join(from, manifest.id, proofName), `${JSON.stringify(proof)}\n`);
  return proof;
}
