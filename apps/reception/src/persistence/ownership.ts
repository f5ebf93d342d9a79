import type { Transaction } from '@property-office/persistence';
import type { HandOver } from '../domain/hand-over';
import type { Contact } from './contact.entity';

/** Whoever took a contact owns it from the moment it is recorded. */
export function startOwning(tx: Transaction, contactId: string, ownerId: string): void {
  tx.send('INSERT INTO contact_owner (contact_id, n, owner_id, starts_at) VALUES ($1, 1, $2, $3)', [contactId, ownerId, tx.now]);
}

/** The next owner begins where the last one ends. Of two transactions the later may have read the clock first. */
export function passOn(tx: Transaction, contactId: string, ownerId: string): void {
  tx.send(
    `WITH before AS (
       UPDATE contact_owner SET ends_at = greatest(starts_at, $3) WHERE contact_id = $1 AND ends_at IS NULL RETURNING n, ends_at)
     INSERT INTO contact_owner (contact_id, n, owner_id, starts_at) SELECT $1, n + 1, $2, ends_at FROM before`,
    [contactId, ownerId, tx.now],
  );
}

export function keepOffer(tx: Transaction, { id, ownerId }: Contact, handOver: HandOver, offeredBy: string): void {
  const { n, toPersonId, toRole, heated, note } = handOver;
  tx.send(
    `INSERT INTO hand_over (contact_id, n, offered_by, from_person, to_person, to_role, heated, note, offered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, n, offeredBy, ownerId, toPersonId, toRole, heated, note, tx.now],
  );
}

export type HandOverOutcome = 'accepted' | 'returned' | 'replaced' | 'lapsed';

/** Ends the hand-over that waits, if one does. */
export function endOffer(tx: Transaction, contactId: string, outcome: HandOverOutcome, decidedBy: string, returnReason: string | null = null): void {
  tx.send(
    `UPDATE hand_over SET outcome = $2, decided_by = $3, decided_at = $4, return_reason = $5 WHERE contact_id = $1 AND outcome IS NULL`,
    [contactId, outcome, decidedBy, tx.now, returnReason],
  );
}
