import { eventContracts, type EventContract } from '@property-office/contracts';
import { statement, type Transaction } from '@property-office/persistence';
import { forgotten } from '../domain/summaries';

/** What people wrote in what happens to a contact, by their contracts. */
const personal = Object.entries<EventContract>(eventContracts).flatMap(([type, { producer, aggregate, personal: fields = [] }]) =>
  producer === 'reception' && aggregate === 'contact' && fields.length > 0 ? [{ type, fields }] : [],
);

const blank = statement(
  'case_entry_blank',
  `UPDATE case_entry e SET data = (e.data - p.fields) || jsonb_build_object('${forgotten}', true)
   FROM json_to_recordset($2) AS p (type text, fields text[]) WHERE e.case_id = $1 AND e.type = p.type AND e.data ?| p.fields`,
);

/**
 * The retention of a contact is over: its timeline says what happened, and none of their words any more (G7). The event is the
 * last of its contact, so a timeline that is made again from the ledger ends without them, too.
 */
export function forgetWords(tx: Transaction, contactId: string): void {
  tx.send(blank, [contactId, JSON.stringify(personal)]);
}
