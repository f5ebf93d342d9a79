import type { Database, Transaction } from '@property-office/persistence';
import { heldContents } from './held-contents';

/** What is known of a file of a record or living file. */
export interface FileFixity {
  /** Not served until its bytes are whole again. */
  quarantined: boolean;
  /** When it was last found whole; null: not looked at yet. */
  wholeAt: Date | null;
}

/** @param item of a living file which paper; left out of a record */
export type FixityAt = (position: number, item?: number) => FileFixity;

/** @param holderId of a record or living file */
export async function fixityOf(on: Database | Transaction, holderId: string): Promise<FixityAt> {
  const rows = await on.query<FileFixity & { item: number | null; position: number } & Record<string, unknown>>(
    `SELECT h.item, h.position, a.id IS NOT NULL AS quarantined, c.whole_at AS "wholeAt" FROM ${heldContents} h LEFT JOIN content_check c ON c.sha256 = h.sha256
     LEFT JOIN file_alarm a ON a.sha256 = h.sha256 AND coalesce(a.record_id, a.living_file_id) = h.id AND a.item IS NOT DISTINCT FROM h.item AND a.position = h.position AND a.ended_at IS NULL
     WHERE h.id = $1`,
    [holderId],
  );
  const at = (position: number, item: number | null): string => `${item} ${position}`;
  const known = new Map(rows.map((row) => [at(row.position, row.item), row]));
  return (position, item) => known.get(at(position, item ?? null)) ?? { quarantined: false, wholeAt: null };
}
