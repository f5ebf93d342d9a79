import type { BrokenPromise } from './broken-promises';

/** Of the stocktakes of the demonstration, of which there is one in each state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const stocktake = (state: string) => `(SELECT id FROM archives.stocktake WHERE state = '${state}')`;
const difference = (state: string, kind: string) => `(SELECT id FROM archives.stocktake_difference WHERE stocktake_id = ${stocktake(state)} AND kind = '${kind}')`;

/** What the checks of stocktakes notice; each breaks another row. */
// prettier-ignore
export const brokenStocktakePromises: readonly BrokenPromise[] = [
  { what: 'a closed stocktake with a difference that nobody approved', id: 'W4.4', says: 'is closed, and 1 of its differences are not approved',
    break: sql(`DELETE FROM archives.stocktake_decision WHERE difference_id = ${difference('closed', 'unknown')}`) },
  { what: 'a difference that was approved by who explained it', id: 'W4.4', says: 'has an explanation that was decided on by who gave it',
    break: sql('ALTER TABLE archives.stocktake_decision DROP CONSTRAINT stocktake_decision_by_another', `UPDATE archives.stocktake_decision SET decided_by = explained_by WHERE difference_id = ${difference('closed', 'misplaced')}`) },
  { what: 'a rule of stocktakes that is gone', id: 'I0', says: 'archives.stocktake_decision has lost stocktake_decision_by_another', break: sql() },
  { what: 'a missing record that is passed over', id: 'W4.4', says: 'says nothing of record PM',
    break: sql(`UPDATE archives.stocktake_difference SET stands = false WHERE id = ${difference('counted', 'missing')}`) },
  { what: 'a difference that was announced and is none', id: 'W4.4', says: ' differences, and announced ', break: sql() },
  { what: 'an unknown number that is passed over', id: 'W4.4', says: 'says nothing of the number ',
    break: sql(`UPDATE archives.stocktake_difference SET code = 'another' WHERE id = ${difference('counted', 'unknown')}`) },
  { what: 'a shelf that a stocktake corrected on its own', id: 'W4.4', says: ', which nobody approved',
    break: sql(`INSERT INTO archives.record_shelf (record_id, n, shelf, moved_by, happened_at, recorded_at, stocktake_id)
      SELECT record_id, 99, '别处', record_id, now(), now(), stocktake_id FROM archives.stocktake_item WHERE stocktake_id = ${stocktake('open')} ORDER BY record_id LIMIT 1`) },
  { what: 'a shelf that was not announced', id: 'W4.4', says: ' moved 0 records, and announced 1', break: sql(`DELETE FROM archives.record_shelf WHERE stocktake_id = ${stocktake('closed')}`) },
  { what: 'a clock on a stocktake that is over', id: 'G4', says: 'archives: the clock of finish-stocktake of stocktake U-',
    break: sql(`UPDATE archives.deadline SET state = 'running' WHERE promise = 'finish-stocktake' AND aggregate_id = ${stocktake('closed')}`) },
  { what: 'a stocktake without a clock', id: 'G4', says: 'archives: no clock runs on stocktake U-',
    break: sql(`UPDATE archives.deadline SET state = 'cancelled', next_at = NULL WHERE aggregate_id = ${stocktake('open')} AND state = 'running'`) },
  { what: 'a scan its service may change', id: 'I0', says: 'archives_app may UPDATE archives.stocktake_scan', break: sql('GRANT UPDATE ON archives.stocktake_scan TO archives_app') },
];
