import type { Transaction } from '@property-office/persistence';

/** A file of a record with a content. */
export interface Holding {
  recordId: string;
  position: number;
}

/**
 * Which records hold a content: the one place that says what is checked. A destroyed record holds no files, and nothing of it is checked
 * any more (W4.4).
 */
export function holdingsOf(tx: Transaction, sha256: string): Promise<Holding[]> {
  return tx.query<Holding & Record<string, unknown>>('SELECT record_id AS "recordId", position FROM record_file WHERE sha256 = $1 ORDER BY record_id, position', [sha256]);
}
