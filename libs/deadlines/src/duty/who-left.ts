import type { Transaction } from '@property-office/persistence';

/**
 * Who has no account any more: they get no work and are asked nothing (G6), whatever they were planned for. Who never had one has not left.
 * By the copies of `leaverCopies`, which may lag a second.
 */
export async function whoLeft(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.query<{ person_id: string }>(
    'SELECT DISTINCT person_id FROM office_account a WHERE closed AND NOT EXISTS (SELECT 1 FROM office_account o WHERE o.person_id = a.person_id AND NOT o.closed)',
  );
  return new Set(rows.map((row) => row.person_id));
}
