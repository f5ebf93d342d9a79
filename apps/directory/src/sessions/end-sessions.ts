import type { Transaction } from '@property-office/persistence';

/** Ends the open sessions of an account at once, save the one named. @returns how many */
export async function endSessions(tx: Transaction, accountId: string, except?: string): Promise<number> {
  const ended = await tx.query(
    `UPDATE session SET ended_at = clock_timestamp()
     WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2::uuid RETURNING id`,
    [accountId, except ?? null],
  );
  return ended.length;
}
