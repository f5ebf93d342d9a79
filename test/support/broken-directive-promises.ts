import type { BrokenPromise } from './broken-promises';

/** Of the directives of the demonstration, of which there is one in each state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const one = (state: string) => `(SELECT id FROM documents.directive WHERE state = '${state}' ORDER BY id LIMIT 1)`;

/** What the checks of directives notice. */
// prettier-ignore
export const brokenDirectivePromises: readonly BrokenPromise[] = [
  { what: 'an acknowledgement that is gone', id: 'W3.1', says: 'acknowledged it, and 1 of 2 did',
    break: sql(`UPDATE documents.directive_addressee SET acknowledged_at = NULL
      WHERE (directive_id, person_id) IN (SELECT directive_id, person_id FROM documents.directive_addressee WHERE directive_id = ${one('acknowledged')} LIMIT 1)`) },
  { what: 'an acknowledgement that nobody made', id: 'W3.1', says: 'acknowledged it 0 times',
    break: sql(`UPDATE documents.directive_addressee SET acknowledged_at = now() WHERE directive_id = ${one('withdrawn')}`) },
  { what: 'an addressee nobody told', id: 'W3.1', says: 'who was told by nobody',
    break: sql(`INSERT INTO documents.directive_addressee (directive_id, person_id, told_at) SELECT id, given_by, now() FROM documents.directive WHERE id = ${one('given')}`) },
  { what: 'a correction that takes the place of nothing', id: 'W3.1', says: 'which takes the place of none',
    break: sql(`UPDATE documents.directive SET replaces_id = NULL WHERE replaces_id = ${one('replaced')}`) },
  { what: 'a clock on a directive that waits for nobody', id: 'G4', says: 'documents: the clock of acknowledge of Z-',
    break: sql(`UPDATE documents.deadline SET state = 'running' WHERE promise = 'acknowledge' AND aggregate_id = ${one('withdrawn')}`) },
];
