import type { VerifyingKeys } from '@property-office/access';
import type { Database } from '@property-office/persistence';
import { auditedColumns, beginning, linkOf, type AuditedRow } from './chain';
import { isGenuine, type SignedHead } from './head-log';

/** What was done to the trail. */
export type AuditFault =
  | { kind: 'altered' | 'removed' | 'relinked'; seq: number; auditId: string }
  /** A place in the chain is missing. */
  | { kind: 'gap'; seq: number }
  /** A row that is neither in the chain nor waiting for it. */
  | { kind: 'left-out'; auditId: string }
  /** The chain is another one than was written down outside, or ends before it. */
  | { kind: 'rewritten' | 'cut-off'; seq: number; writtenAt: string }
  /** A head outside that no key of ours has signed. */
  | { kind: 'forged-head'; seq: number; writtenAt: string };

export interface Checkpoint {
  seq: number;
  /** Hexadecimal. */
  hash: string;
}

export interface VerifyOptions {
  /** Everything up to here was verified before; left out: from the beginning. */
  from?: Checkpoint;
  /** The heads that were written down outside, with the keys that may have signed them. */
  heads?: { schema: string; written: readonly SignedHead[]; keys: VerifyingKeys };
}

export interface AuditReport {
  /** Rows verified. */
  checked: number;
  /** Where the chain ends: a checkpoint for the next time. */
  last: Checkpoint | undefined;
  /** The first hundred, in the order of the chain. */
  faults: AuditFault[];
}

const batchSize = 1_000;
const mostFaults = 100;

interface SealedRow extends Omit<AuditedRow, 'id'> {
  seq: string;
  audit_id: string;
  previous: Buffer;
  hash: Buffer;
  id: string | null;
}

/** Reads the trail of a schema again and recomputes every link. Reads only. */
export async function verifyChain(database: Database, options: VerifyOptions = {}): Promise<AuditReport> {
  const { from, heads } = options;
  const faults: AuditFault[] = [];
  const outside = headsBySeq(heads, from, faults);
  let checked = 0;
  let last: { seq: number; hash: Buffer } = {
    seq: from?.seq ?? 0,
    hash: from ? Buffer.from(from.hash, 'hex') : beginning,
  };
  for (;;) {
    const rows = await sealedAfter(database, last.seq);
    for (const row of rows) {
      const seq = Number(row.seq);
      if (seq !== last.seq + 1) faults.push({ kind: 'gap', seq: last.seq + 1 });
      faults.push(...linkFaults(row, seq, last.hash));
      const head = outside.get(seq);
      if (head && head.hash !== row.hash.toString('hex'))
        faults.push({ kind: 'rewritten', seq, writtenAt: head.at });
      outside.delete(seq);
      last = { seq, hash: row.hash };
      checked++;
    }
    if (rows.length < batchSize) break;
  }
  // What is left of them points behind the end, or into a gap that was already named.
  for (const { seq, at } of outside.values())
    if (seq > last.seq) faults.push({ kind: 'cut-off', seq, writtenAt: at });
  faults.push(...(await leftOut(database)));
  return {
    checked,
    last: last.seq > 0 ? { seq: last.seq, hash: last.hash.toString('hex') } : undefined,
    faults: faults.slice(0, mostFaults),
  };
}

function linkFaults(row: SealedRow, seq: number, expectedPrevious: Buffer): AuditFault[] {
  const { audit_id: auditId, previous, hash, id } = row;
  const faults: AuditFault[] = [];
  if (!previous.equals(expectedPrevious)) faults.push({ kind: 'relinked', seq, auditId });
  if (id === null) faults.push({ kind: 'removed', seq, auditId });
  else if (!linkOf(previous, seq, { ...row, id }).equals(hash))
    faults.push({ kind: 'altered', seq, auditId });
  return faults;
}

function headsBySeq(
  heads: VerifyOptions['heads'],
  from: Checkpoint | undefined,
  faults: AuditFault[],
): Map<number, SignedHead> {
  const bySeq = new Map<number, SignedHead>();
  for (const head of heads?.written ?? []) {
    if (!isGenuine(head, heads!.schema, heads!.keys))
      faults.push({ kind: 'forged-head', seq: head.seq, writtenAt: head.at });
    else if (head.seq > (from?.seq ?? 0)) bySeq.set(head.seq, head);
  }
  return bySeq;
}

function sealedAfter(database: Database, seq: number): Promise<Array<SealedRow & Record<string, unknown>>> {
  return database.query(
    `SELECT s.seq, s.audit_id, s.previous, s.hash, ${auditedColumns}
     FROM audit_seal s LEFT JOIN audit a ON a.id = s.audit_id WHERE s.seq > $1 ORDER BY s.seq LIMIT ${batchSize}`,
    [seq],
  );
}

async function leftOut(database: Database): Promise<AuditFault[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT a.id FROM audit a
     WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.audit_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM audit_pending p WHERE p.audit_id = a.id)
     ORDER BY a.id LIMIT ${mostFaults}`,
  );
  return rows.map(({ id }) => ({ kind: 'left-out', auditId: id }));
}
