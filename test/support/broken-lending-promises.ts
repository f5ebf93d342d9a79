import type { BrokenPromise } from './broken-promises';

/** Of the loans and copies of the demonstration, of which there is one in each state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const loan = (state: string) => `(SELECT id FROM archives.loan WHERE state = '${state}' ORDER BY id LIMIT 1)`;
const copies = (state: string) => `(SELECT id FROM archives.record_copy WHERE state = '${state}' ORDER BY id LIMIT 1)`;

/** What the checks of loans and copies notice; each breaks another one. */
// prettier-ignore
export const brokenLendingPromises: readonly BrokenPromise[] = [
  { what: 'a paper with two holders', id: 'W4.3', says: 'is out 2 times',
    break: sql('DROP INDEX archives.loan_paper_out', `UPDATE archives.loan SET record_id = (SELECT record_id FROM archives.loan WHERE state = 'recalled') WHERE id = ${loan('handed-over')}`) },
  { what: 'a rule of lending that is gone', id: 'I0', says: 'archives.loan has lost loan_paper_out', break: sql() },
  { what: 'a loan that nobody approved', id: 'W4.3', says: 'was approved by 0 other people',
    break: sql(`UPDATE archives.loan SET state = 'opened', handed_over_at = now() WHERE id = (SELECT id FROM archives.loan WHERE state = 'asked' ORDER BY id LIMIT 1)`) },
  { what: 'a loan that went out behind the access log', id: 'W4.3', says: 'went out, and the access log does not say so', break: sql() },
  { what: 'a paper that came back behind the access log', id: 'W4.3', says: 'came back, and is in the access log 0 times', break: sql(`DELETE FROM archives.audit WHERE operation = 'archives.bringBackLoan'`) },
  { what: 'a digital loan without an end', id: 'W4.3', says: 'is open, and its time was over at', break: sql() },
  { what: 'an extension that was not announced', id: 'W4.3', says: 'counts 1 extensions, and was extended 0 times',
    break: sql(`UPDATE archives.loan SET extensions = 1 WHERE id = ${loan('recalled')}`) },
  { what: 'a loan that goes beyond its date', id: 'W4.3', says: 'is due at another time than was last announced',
    break: sql(`UPDATE archives.loan SET due_at = due_at + interval '9 days' WHERE id = ${loan('returned')}`) },
  { what: 'a finding that is not on the record', id: 'W4.3', says: 'has a finding that its record does not say', break: sql('DELETE FROM archives.record_remark') },
  { what: 'a clock on a paper that is back', id: 'G4', says: 'archives: the clock of bring-back in episode 1 of L-',
    break: sql(`UPDATE archives.deadline SET state = 'running' WHERE promise = 'bring-back' AND aggregate_id = ${loan('returned')}`) },
  { what: 'a paper that is out without a clock', id: 'G4', says: 'archives: no clock runs on L-',
    break: sql(`UPDATE archives.deadline SET state = 'cancelled', next_at = NULL WHERE aggregate_id = ${loan('recalled')} AND state = 'running'`) },
  { what: 'a number of a copy that was left out', id: 'W4.3', says: 'copies up to 99',
    break: sql(`UPDATE archives.record_copy_made SET n = 99 WHERE copying_id = ${copies('made')} AND n = (SELECT max(n) FROM archives.record_copy_made WHERE copying_id = ${copies('made')})`) },
  { what: 'a copy that nobody counted', id: 'W4.3', says: 'are 2, and 1 were counted', break: sql(`UPDATE archives.record_copy SET copies = 2 WHERE id = ${copies('handed-over')}`) },
  { what: 'copies that nobody approved', id: 'W4.3', says: 'were approved by 0 other people',
    break: sql(`UPDATE archives.record_copy SET asked_by = (SELECT actor_id FROM archives.ledger WHERE aggregate_id = ${copies('made')} AND type = 'archives.copy-approved.v1'), decided_by = NULL WHERE id = ${copies('made')}`) },
  { what: 'copies that are not in the access log', id: 'W4.3', says: 'are in the access log 0 times', break: sql(`DELETE FROM archives.audit WHERE operation = 'archives.makeCopy'`) },
];
