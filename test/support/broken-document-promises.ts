import type { BrokenPromise } from './broken-promises';

/** Of the documents of the demonstration, of which there is one in each state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const one = (state: string) => `(SELECT id FROM documents.incoming_document WHERE state = '${state}' ORDER BY id LIMIT 1)`;

/** What the checks of documents notice. */
// prettier-ignore
export const brokenDocumentPromises: readonly BrokenPromise[] = [
  { what: 'a register with a gap', id: 'W1.1', says: 'register 收文 of',
    break: sql('UPDATE documents.register_year SET last_number = last_number + 1') },
  { what: 'a document whose number is gone', id: 'W1.1', says: 'its register says nothing',
    break: sql(`DELETE FROM documents.register_number WHERE document_id = ${one('checked')}`) },
  { what: 'a number that was voided behind the back of its document', id: 'W1.1', says: 'is registered, its number is void',
    break: sql(`UPDATE documents.register_number SET void_reason = 'x' WHERE document_id = ${one('registered')}`) },
  { what: 'an original that nobody holds', id: 'W1.1', says: 'has 0 holders',
    break: sql(`UPDATE documents.paper_holder SET ends_at = starts_at WHERE document_id = ${one('proposed')}`) },
  { what: 'an original of which two say they hold it', id: 'W1.1', says: 'has 2 holders, with a gap between two',
    break: sql('DROP INDEX documents.paper_holder_now',
      `INSERT INTO documents.paper_holder (document_id, n, person_id, starts_at) SELECT document_id, 99, gen_random_uuid(), starts_at + interval '1 day'
       FROM documents.paper_holder WHERE document_id = ${one('decided')} AND ends_at IS NULL`) },
  { what: 'a document filed unread', id: 'W1.1', says: 'is filed and was not read by',
    break: sql(`UPDATE documents.circulation_reader SET read_at = NULL WHERE document_id = ${one('filed')}`) },
  { what: 'a document filed unanswered', id: 'W1.1', says: 'is filed and was not answered',
    break: sql('ALTER TABLE documents.incoming_document DROP CONSTRAINT incoming_document_answered',
      `UPDATE documents.incoming_document SET answer_needed = true, answered_at = NULL WHERE id = ${one('filed')}`) },
  { what: 'a reader who was added silently', id: 'W1.1', says: 'was announced by nobody',
    break: sql(`INSERT INTO documents.circulation_reader (document_id, circulation, person_id, position, added_by, added_at)
      SELECT id, 1, gen_random_uuid(), 99, id, recorded_at FROM documents.incoming_document WHERE id = ${one('acted-on')}`) },
  { what: 'a reader who was passed over silently', id: 'W1.1', says: 'was left out by nobody',
    break: sql(`UPDATE documents.circulation_reader SET left_out_at = added_at, left_out_by = person_id, left_out_reason = 'x', read_at = NULL
      WHERE document_id = ${one('acted-on')} AND position = 1`) },
  { what: 'a document that denies the mail it came from', id: 'W1.1', says: 'of which it says it came from none',
    break: sql('UPDATE documents.incoming_document SET mail_id = NULL WHERE mail_id IS NOT NULL') },
  { what: 'a hole in the timeline of a document', id: 'I4', says: 'lacks documents.incoming-checked.v1',
    break: sql(`DELETE FROM tracking.case_entry WHERE type = 'documents.incoming-checked.v1'`) },
  { what: 'a clock on a document that is filed', id: 'G4', says: 'runs, and it is filed',
    break: sql(`UPDATE documents.deadline SET state = 'running' WHERE aggregate_id = ${one('filed')}`) },
  { what: 'a lost constraint of registers', id: 'I0', says: 'documents.incoming_document has lost incoming_document_answered (W1.1)', break: sql() },
];
