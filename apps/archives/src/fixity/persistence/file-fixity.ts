import type { Database, Transaction } from '@property-office/persistence';

/** What is known of a file of a record. */
export interface FileFixity {
  position: number;
  /** Not served until its bytes are whole again. */
  quarantined: boolean;
  /** When it was last found whole; null: not looked at yet. */
  wholeAt: Date | null;
}

export async function fixityOf(on: Database | Transaction, recordId: string): Promise<ReadonlyMap<number, FileFixity>> {
  const rows = await on.query<FileFixity & Record<string, unknown>>(
    `SELECT f.position, a.id IS NOT NULL AS quarantined, c.whole_at AS "wholeAt" FROM record_file f LEFT JOIN content_check c ON c.sha256 = f.sha256
     LEFT JOIN file_alarm a ON a.record_id = f.record_id AND a.position = f.position AND a.ended_at IS NULL WHERE f.record_id = $1`,
    [recordId],
  );
  return new Map(rows.map((row) => [row.position, row]));
}
