import { isAway, readStanding } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { leadersOf, withoutThem } from './leaders';
import type { OutgoingDocument } from './outgoing-document.entity';

/** Whom a document waits for that is to be signed off: those who lead its site and wrote nothing of it, nor whom they stand in for. */
export function signersOf(tx: Transaction, document: OutgoingDocument): Promise<string[]> {
  return leadersOf(tx, document, document.authorIds);
}

/** Whom it waits for again: also whoever signed it before. */
export async function signersAgain(tx: Transaction, document: OutgoingDocument): Promise<string[]> {
  return [...new Set([...(await formerSigner(tx, document)), ...(await signersOf(tx, document))])];
}

/**
 * Who signed it before, if they are there and may sign it still: they lead the site or the company in their own name, or stand
 * in for somebody who does, and neither of them wrote of it.
 */
export async function formerSigner(tx: Transaction, { siteId, signedBy, authorIds }: OutgoingDocument): Promise<string[]> {
  if (signedBy === null) return [];
  const standing = withoutThem(await readStanding(tx, siteId), authorIds);
  if (isAway(standing, signedBy, tx.now)) return [];
  const { roles, delegations } = standing;
  const leads = (personId: string): boolean => roles.some((each) => each.personId === personId && (each.role === 'director' || each.role === 'company'));
  const standsIn = delegations.some(({ kind, toPersonId, fromPersonId }) => kind === 'approvals' && toPersonId === signedBy && leads(fromPersonId));
  return leads(signedBy) || standsIn ? [signedBy] : [];
}
