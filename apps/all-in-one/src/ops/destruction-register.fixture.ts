import { createHash } from 'node:crypto';
import type { RegisterLine } from '@property-office/archives';
import type { Manifest } from '@property-office/backup';

/** So many lines of a register, each with the hash of the one before. */
export function registerOf(count: number): RegisterLine[] {
  const lines: RegisterLine[] = [];
  for (let n = 1; n <= count; n += 1) {
    const text = JSON.stringify({ n, previous: lines.at(-1)?.hash ?? null, number: `X-20261128-${n}` });
    lines.push({ text, hash: createHash('sha256').update(text).digest('hex') });
  }
  return lines;
}

/** A backup, by what its tables of the archives hold. */
export function backupOf(rows: Record<string, number>): Manifest {
  const tables = Object.entries(rows).map(([table, count]) => ({ schema: 'archives', table, columns: [], rows: count, sha256: '' }));
  return { format: 1, id: 'B', snapshotAt: '2026-11-28T02:30:00.000Z', finishedAt: '', migrations: {}, tables, sequences: [], files: [], removedMeanwhile: [], lost: [], kept: [], keys: {} };
}
