import { statement, type Transaction } from '@property-office/persistence';

/** An account is closed for good: while its events are read again, nobody who left is back. */
const keep = statement(
  'office_account_opened_keep',
  `INSERT INTO office_account (id, person_id, closed, opened_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (id) DO UPDATE SET closed = office_account.closed OR excluded.closed, opened_at = coalesce(excluded.opened_at, office_account.opened_at)`,
);

/** The copy of who can sign in, by which deadlines knows who left, too: here with since when. @param openedAt null: it was closed */
export function keepAccount(tx: Transaction, { accountId, personId }: { accountId: string; personId: string }, openedAt: Date | null): void {
  tx.send(keep, [accountId, personId, openedAt === null, openedAt]);
}

/** Whether an account tells somebody what they are told. */
export async function readsInPortal(tx: Transaction, personId: string): Promise<boolean> {
  const [row] = await tx.query<{ reads: boolean }>(`SELECT ${hasAccount('$1::uuid')} AS reads`, [personId]);
  return row!.reads;
}

/**
 * SQL: whether somebody reads in the portal what they are told; of others somebody of the staff has to tell them (W2.3). Until directory's accounts are
 * heard of for the first time, as after an upgrade, whoever is known counts as one who does. @param personId what says who, or null
 */
export const hasAccount = (personId: string): string =>
  `(${personId} IS NOT NULL AND (EXISTS (SELECT 1 FROM office_account a WHERE a.person_id = ${personId} AND NOT a.closed) OR NOT EXISTS (SELECT 1 FROM office_account)))`;

/** SQL: since when somebody reads there; null where nothing is known of it. @param personId as for `hasAccount` */
export const readsSince = (personId: string): string => `(SELECT min(a.opened_at) FROM office_account a WHERE a.person_id = ${personId} AND NOT a.closed)`;
