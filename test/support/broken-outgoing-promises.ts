import type { BrokenPromise } from './broken-promises';

/** Of the outgoing documents of the demonstration, of which there is one in each state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const one = (state: string) => `(SELECT id FROM documents.outgoing_document WHERE state = '${state}' ORDER BY id LIMIT 1)`;

/** What the checks of outgoing documents notice. */
// prettier-ignore
export const brokenOutgoingPromises: readonly BrokenPromise[] = [
  { what: 'a text that is not the one that was signed off', id: 'W1.2', says: 'is released with text 000000000000, and what was signed off is',
    break: sql(`UPDATE documents.outgoing_version SET text_hash = repeat('0', 64) WHERE document_id = ${one('released')}`) },
  { what: 'a document filed without a signature', id: 'W1.2', says: 'was announced as outgoing-filed with text',
    break: sql(`DELETE FROM documents.outgoing_signature WHERE kind = 'sign-off' AND document_id = ${one('filed')}`) },
  { what: 'a version that was rewritten', id: 'W1.2', says: 'is not what was written',
    break: sql(`UPDATE documents.outgoing_version SET body = body || '。' WHERE document_id = ${one('checked')}`) },
  { what: 'a version whose copies were changed', id: 'W1.2', says: 'is not what was written',
    break: sql(`UPDATE documents.outgoing_version SET copies_to = '{区住建局}' WHERE document_id = ${one('numbered')}`) },
  { what: 'a version of minutes whose attendance was rewritten', id: 'W1.2', says: 'is not what was written',
    break: sql(`UPDATE documents.outgoing_version SET attendance = jsonb_set(attendance, '{absent}', '[]') WHERE attendance IS NOT NULL`) },
  { what: 'copies to somebody nobody signed for', id: 'W1.2', says: 'or others who have copies, than its last version',
    break: sql(`UPDATE documents.outgoing_document SET copies_to = '{区住建局}' WHERE id = ${one('sealed')}`) },
  { what: 'a version that is gone', id: 'W1.2', says: 'is at version 1 of its text and has 0',
    break: sql(`DELETE FROM documents.outgoing_version WHERE document_id = ${one('drafted')}`) },
  { what: 'a draft that was reviewed by who wrote it', id: 'W1.2', says: 'review of version 1 by who wrote it',
    break: sql(`UPDATE documents.outgoing_signature s SET person_id = d.drafted_by FROM documents.outgoing_document d
      WHERE d.id = s.document_id AND s.kind = 'review' AND d.id = ${one('reviewed')}`) },
  { what: 'a draft that was signed off by who wrote it', id: 'W1.2', says: 'sign-off of version 1 by who wrote it',
    break: sql(`UPDATE documents.outgoing_signature s SET for_id = d.drafted_by FROM documents.outgoing_document d
      WHERE d.id = s.document_id AND s.kind = 'sign-off' AND d.id = ${one('signed-off')}`) },
  { what: 'a seal that was used by who approved it', id: 'W1.2', says: 'the seal was used by who approved it',
    break: sql('ALTER TABLE documents.seal_use DROP CONSTRAINT seal_use_by_another',
      `UPDATE documents.seal_use SET used_by = approved_by WHERE document_id = ${one('sealed')}`) },
  { what: 'an outgoing document whose number is gone', id: 'W1.2', says: 'its register says nothing',
    break: sql(`DELETE FROM documents.register_number WHERE document_id = ${one('numbered')}`) },
  { what: 'a number of what goes out that was voided behind its back', id: 'W1.2', says: 'is printed, its number is void',
    break: sql(`UPDATE documents.register_number SET void_reason = 'x' WHERE document_id = ${one('printed')}`) },
  { what: 'a register that numbers both directions', id: 'W1.2', says: 'stands in 收文, a register of what goes out',
    break: sql(`UPDATE documents.register SET direction = 'outgoing' WHERE code = '收文'`) },
  { what: 'more copies sealed than printed', id: 'W1.2', says: '99 sealed',
    break: sql(`UPDATE documents.outgoing_document SET sealed_copies = 99 WHERE id = ${one('sealed')}`) },
  { what: 'a numbered copy that went to two', id: 'W1.2', says: 'copy 7 was sent to 2 recipients',
    break: sql(`UPDATE documents.outgoing_delivery SET shares = '{7}' WHERE document_id = ${one('released')}`) },
  { what: 'a document filed without its receipt', id: 'W1.2', says: 'is filed and delivery 1 is not settled',
    break: sql(`UPDATE documents.outgoing_delivery SET settled_at = NULL, received_by = NULL WHERE document_id = ${one('filed')}`) },
  { what: 'a hole in the timeline of an outgoing document', id: 'I4', says: 'lacks documents.outgoing-printed.v1',
    break: sql(`DELETE FROM tracking.case_entry WHERE type = 'documents.outgoing-printed.v1'`) },
  { what: 'a clock on an outgoing document that waits for nobody', id: 'G4', says: 'documents: the clock of receipt of 发文',
    break: sql(`UPDATE documents.deadline SET state = 'running' WHERE promise = 'receipt' AND aggregate_id = ${one('filed')}`) },
  { what: 'a lost constraint of seals', id: 'I0', says: 'documents.seal_use has lost seal_use_by_another (W1.2)', break: sql() },
];
