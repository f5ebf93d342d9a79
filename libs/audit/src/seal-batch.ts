import type { Transaction } from '@property-office/persistence';
import { auditedColumns, beginning, linkOf, type AuditedRow } from './chain';

const batchSize = 500;
/** Per schema: the schema's name is the second half of the key. */
const sealingLock = 7_203_104;

/** `busy`: another process is sealing this schema now. */
export type BatchOutcome = { kind: 'busy' } | { kind: 'sealed'; rows: number; more: boolean };

interface Head {
  seq: string;
  hash: Buffer;
}

/**
 * Gives the next places in the chain to rows that have been committed, whatever the order in which they were begun. A
 * place given while writing would leave gaps and overtakings; here one process at a time numbers what it can see.
 */
export async function sealBatch(tx: Transaction): Promise<BatchOutcome> {
  const [lock] = await tx.query<{ ours: boolean }>(
    `SELECT pg_try_advisory_xact_lock($1, hashtext(current_schema())) AS ours`,
    [sealingLock],
  );
  if (!lock!.ours) return { kind: 'busy' };
  const rows = await tx.query<AuditedRow & Record<string, unknown>>(
    `SELECT ${auditedColumns} FROM audit_pending p JOIN audit a ON a.id = p.audit_id ORDER BY p.audit_id LIMIT ${batchSize}`,
  );
  if (rows.length === 0) return { kind: 'sealed', rows: 0, more: false };
  const [head] = await tx.query<{ seq: string; hash: Buffer }>(
    `SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1`,
  );
  const links = chainFrom(head, rows);
  tx.send(
    `INSERT INTO audit_seal (seq, audit_id, previous, hash) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])`,
    [
      links.map(({ seq }) => seq),
      links.map(({ id }) => id),
      links.map(({ previous }) => previous),
      links.map(({ hash }) => hash),
    ],
  );
  tx.send(`DELETE FROM audit_pending WHERE audit_id = ANY($1::uuid[])`, [links.map(({ id }) => id)]);
  return { kind: 'sealed', rows: rows.length, more: rows.length === batchSize };
}

function chainFrom(head: Head | undefined, rows: readonly AuditedRow[]) {
  let previous = head?.hash ?? beginning;
  let seq = Number(head?.seq ?? 0);
  return rows.map((row) => {
    const link = { seq: ++seq, id: row.id, previous, hash: linkOf(previous, seq, row) };
    previous = link.hash;
    return link;
  });
}
