import { statement, type Transaction } from '@property-office/persistence';

const leave = statement(
  'contact_left_to_owner',
  `UPDATE object_access a SET until = $3, source_version = $2
   WHERE a.object_id = $1 AND a.source_version < $2 AND (a.until IS NULL OR a.until > $3) AND a.subject <> 'person:' || (
     SELECT data ->> 'ownerId' FROM case_entry
     WHERE case_id = $1 AND aggregate_version <= $2 AND type IN ('reception.contact-recorded.v1', 'reception.contact-accepted.v1')
     ORDER BY aggregate_version DESC LIMIT 1)`,
);

/**
 * Ends the rights of everybody but the owner that were given before an event that leaves no hand-over waiting. The events that end a
 * contact do not say whom it was offered to: those entries of its timeline that are older do.
 * @param version of the contact in that event
 */
export function leaveToOwner(tx: Transaction, contactId: string, version: number): void {
  tx.send(leave, [contactId, version, tx.now]);
}
