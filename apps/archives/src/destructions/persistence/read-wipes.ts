import type { Transaction } from '@property-office/persistence';

export interface Wipe {
  recordId: string;
  wiped: string[];
  kept: Array<{ sha256: string; heldBy: Array<{ type: string; id: string }> }>;
}

/** What files has said of the bytes of the records of a list. */
export function wipesOf(tx: Transaction, destructionId: string): Promise<Wipe[]> {
  return tx.query<Wipe & Record<string, unknown>>('SELECT record_id AS "recordId", wiped, kept FROM destruction_wipe WHERE destruction_id = $1 ORDER BY record_id', [destructionId]);
}
