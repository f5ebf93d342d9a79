import type { BrokenPromise } from './broken-promises';

/** Of the print jobs of the demonstration, of which there is one in each state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const one = (state: string) => `(SELECT id FROM documents.print_job WHERE state = '${state}' ORDER BY id LIMIT 1)`;

/** What the checks of print jobs notice. */
// prettier-ignore
export const brokenPrintJobPromises: readonly BrokenPromise[] = [
  { what: 'a confidential document that is printed openly', id: 'R2.2', says: 'is open, and its document is confidential',
    break: sql(`UPDATE documents.print_job SET document_id = (SELECT id FROM documents.incoming_document WHERE confidentiality = 'confidential' LIMIT 1) WHERE id = ${one('requested')}`) },
  { what: 'a print job that nobody took', id: 'R2.2', says: 'is taken, and was last announced as requested',
    break: sql(`UPDATE documents.print_job SET state = 'taken', taken_by = requested_by WHERE id = ${one('requested')}`) },
  { what: 'a clock on a print job that is over', id: 'G4', says: 'documents: the clock of print of Y-',
    break: sql(`UPDATE documents.deadline SET state = 'running' WHERE promise = 'print' AND aggregate_id = ${one('done')}`) },
];
