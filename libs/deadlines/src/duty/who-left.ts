import type { Transaction } from '@property-office/persistence';

/**
 * SQL: whether a person has no account any more. Who never had one, as the people of a contractor, has not left.
 * By the copies of `leaverCopies`, which may lag a second.
 */
export const hasLeft = (personId: string): string => `(SELECT coalesce(bool_and(gone.closed), false) FROM office_account gone WHERE gone.person_id = ${personId})`;

/** Everybody who has left (`hasLeft`): they get no work and are asked nothing (G6), whatever they were planned for. */
export async function whoLeft(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.query<{ person_id: string }>(`SELECT DISTINCT a.person_id FROM office_account a WHERE a.closed AND ${hasLeft('a.person_id')}`);
  return new Set(rows.map((row) => row.person_id));
}
