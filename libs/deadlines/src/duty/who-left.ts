import type { Transaction } from '@property-office/persistence';

/**
 * Who has no account any more: they get no work (G6), although closing an account ends no role. Who never had one has not left.
 * By the copies of `leaverCopies`, which may lag a second.
 */
export async function whoLeft(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.query<{ person_id: string }>('SELECT person_id FROM office_account GROUP BY person_id HAVING bool_and(closed)');
  return new Set(rows.map((row) => row.person_id));
}
