import { statement, type Transaction } from '@property-office/persistence';

const keep = statement('account_keep', 'INSERT INTO account (id, person_id, closed) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET closed = excluded.closed');

/** Own copy of who can sign in. */
export function keepAccount(tx: Transaction, { accountId, personId, closed }: { accountId: string; personId: string; closed: boolean }): void {
  tx.send(keep, [accountId, personId, closed]);
}

/** Whether an account tells somebody what they are told. */
export async function readsInPortal(tx: Transaction, personId: string): Promise<boolean> {
  const [row] = await tx.query<{ reads: boolean }>(`SELECT ${hasAccount('$1::uuid')} AS reads`, [personId]);
  return row!.reads;
}

/** SQL: whether somebody reads in the portal what they are told; of others somebody of the staff has to tell them (W2.3). @param personId what says who, or null */
export const hasAccount = (personId: string): string => `EXISTS (SELECT 1 FROM account a WHERE a.person_id = ${personId} AND NOT a.closed)`;
