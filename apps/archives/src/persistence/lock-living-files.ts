import type { Transaction } from '@property-office/persistence';

/** Until COMMIT, in the order of their ids; after the states of records, where some of these are locked, too. */
export async function lockLivingFiles(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('SELECT 1 FROM living_file WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
}
