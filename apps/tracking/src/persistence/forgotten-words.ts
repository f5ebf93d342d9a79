import { eventContracts, type EventContract } from '@property-office/contracts';
import { statement, type Transaction } from '@property-office/persistence';
import { forgotten } from '../domain/summaries';

/** What desks keep for a time only. */
const kinds: readonly string[] = ['contact', 'phone-note'];
const over = kinds.map((kind) => `'reception.${kind}-forgotten.v1'`).join(', ');

/** What people wrote in what happens to these, or about a level that was escalated to them, by their contracts. */
const personal = Object.entries<EventContract>(eventContracts).flatMap(([type, { producer, aggregate, personal: fields = [] }]) => {
  const isOfTheirs = (producer === 'reception' && kinds.includes(aggregate)) || type === 'notifications.escalation-answered.v1';
  return isOfTheirs && fields.length > 0 ? [{ type, fields }] : [];
});

// Who writes down an answer and who forgets never pass each other unseen: one of them comes second and sees the other.
const inTurn = statement('case_words_lock', `SELECT pg_advisory_xact_lock(hashtextextended('words of case ' || $1::text, 0))`);

const blank = statement(
  'case_entry_blank',
  `UPDATE case_entry e SET data = (e.data - p.fields) || jsonb_build_object('${forgotten}', true)
   FROM json_to_recordset($2) AS p (type text, fields text[]) WHERE e.case_id = $1 AND e.type = p.type AND e.data ?| p.fields
     AND EXISTS (SELECT 1 FROM case_entry f WHERE f.case_id = $1 AND f.type IN (${over}))`,
);

/**
 * Where the retention of a contact or a phone note is over, its timeline says what happened, and none of their words any more (G7). That event is
 * the last of its own, so a timeline that is made again from the ledger ends without them, too; answers to escalations are of another ledger.
 */
export function forgetWords(tx: Transaction, caseId: string): void {
  tx.send(inTurn, [caseId]);
  tx.send(blank, [caseId, JSON.stringify(personal)]);
}
