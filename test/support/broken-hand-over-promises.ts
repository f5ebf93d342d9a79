import type { BrokenPromise } from './broken-promises';

/** Of the demonstration, which has one hand-over that is done and one in every other state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const one = (state: string) => `(SELECT id FROM archives.hand_over WHERE state = '${state}' ORDER BY id LIMIT 1)`;
const done = one('handed-over');
const packed = `hand_over_id = ${done}`;
/** Marked by a list that is not done. */
const marked = `(SELECT item_id FROM archives.handed_over WHERE hand_over_id = ${one('applied')})`;
const repacked = (state: string, manifest: string) => [
  'ALTER TABLE archives.hand_over_package DROP CONSTRAINT IF EXISTS hand_over_package_hash',
  `UPDATE archives.hand_over_package SET manifest = ${manifest} WHERE hand_over_id = ${one(state)}`,
];

/** What the checks of hand-overs notice. */
// prettier-ignore
export const brokenHandOverPromises: readonly BrokenPromise[] = [
  { what: 'a hand-over that its applicant approved', id: 'W4.6', says: 'was approved by nobody, or by who applied',
    break: sql('ALTER TABLE archives.hand_over DROP CONSTRAINT hand_over_approved_by_another', `UPDATE archives.hand_over SET approved_by = applied_by WHERE id = ${done}`) },
  { what: 'a hand-over whose witness applied for it', id: 'W4.6', says: ': its witness applied for it or approved it',
    break: sql(`UPDATE archives.hand_over SET approved_for = (SELECT person_id FROM archives.hand_over_signature WHERE ${packed} AND part = 'witness') WHERE id = ${done}`) },
  { what: 'a receiver who was never named', id: 'W4.6', says: ': its receiver was not named for that', break: sql(`DELETE FROM archives.hand_over_party WHERE ${packed} AND part = 'receiver'`) },
  { what: 'a signature of a hand-over that is gone', id: 'W4.6', says: ' has 2 signatures for its manifest', break: sql(`DELETE FROM archives.hand_over_signature WHERE ${packed} AND part = 'giver'`) },
  { what: 'a mark by a list that is not done', id: 'W4.6', says: 'is applied, and ', break: sql(
      `INSERT INTO archives.handed_over (item_id, hand_over_id, happened_at) SELECT item_id, hand_over_id, now() FROM archives.hand_over_item WHERE hand_over_id = ${one('applied')}`) },
  { what: 'a record handed over and put on hold', id: 'W4.6', says: 'is handed over, and on hold', break: sql(`UPDATE archives.record_state SET held = true WHERE id = ${marked}`) },
  { what: 'a record handed over that is asked for', id: 'W4.6', says: 'is handed over, and L-again is open', break: sql(
      `INSERT INTO archives.loan SELECT (made).* FROM (SELECT jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'number', 'L-again', 'state', 'asked', 'record_id', ${marked})) AS made
       FROM archives.loan l WHERE inspected_by IS NULL ORDER BY id LIMIT 1) copied`) },
  { what: 'a list that is over and still holds its records', id: 'W4.6', says: 'is withdrawn, and still lists ', break: sql(
      `INSERT INTO archives.handing_over (item_id, hand_over_id) SELECT item_id, hand_over_id FROM archives.hand_over_item WHERE hand_over_id = ${one('withdrawn')}`) },
  { what: 'a package without one of its files', id: 'W4.6', says: 'is not packed as its proof says', break: sql(...repacked('sealed', `jsonb_set(manifest::jsonb, '{records,0,files}', '[]')::text`)) },
  { what: 'a package without its record', id: 'W4.6', says: ' lists 1 records, and packs 0', break: sql(...repacked('handed-over', `jsonb_set(manifest::jsonb, '{records}', '[]')::text`)) },
  { what: 'a manifest that somebody else signed', id: 'W4.6', says: ': the signature of its manifest is not ours',
    break: sql(`UPDATE archives.hand_over_package SET signature = (SELECT signature FROM archives.hand_over_package WHERE hand_over_id = ${one('sealed')}) WHERE ${packed}`) },
  { what: 'signatures for another manifest', id: 'W4.6', says: 'is signed for another manifest than was sealed', break: sql(`UPDATE archives.hand_over SET manifest_hash = repeat('0', 64) WHERE id = ${one('sealed')}`) },
  { what: 'a mark that is gone', id: 'W4.6', says: ' is not marked', break: sql(`DELETE FROM archives.handed_over WHERE ${packed}`) },
  { what: 'a hand-over that was sealed without a package', id: 'W4.6', says: 'is sealed, and has no package', break: sql(
      `UPDATE archives.hand_over SET state = 'sealed', sealed_at = now(), manifest_hash = repeat('0', 64) WHERE id = ${one('approved')}`) },
];
