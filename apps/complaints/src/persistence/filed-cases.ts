import type { Transaction } from '@property-office/persistence';

/** Whether there is a complaint or suggestion of this id, or somebody joined a complaint under it. */
export async function isFiled(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM complaint WHERE id = $1 UNION ALL SELECT 1 FROM suggestion WHERE id = $1 UNION ALL SELECT 1 FROM complainant WHERE id = $1',
    [id],
  );
  return rows.length > 0;
}
