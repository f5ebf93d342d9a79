import type { BrokenPromise } from './broken-promises';

/** Of the demonstration, which has one destruction that is done and lists in every other state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const done = `(SELECT id FROM archives.destruction WHERE state = 'certified')`;
const destroyed = '(SELECT record_id FROM archives.record_destruction ORDER BY record_id LIMIT 1)';
const listed = `(SELECT record_id FROM archives.record_listing WHERE destruction_id IS NOT NULL ORDER BY record_id LIMIT 1)`;
const changed = (set: string) => [
  'ALTER TABLE archives.destruction_register DROP CONSTRAINT destruction_register_hash',
  `UPDATE archives.destruction_register SET entry = ${set} WHERE n = 1`,
];

/** What the checks of appraisal and destruction notice. */
// prettier-ignore
export const brokenDestructionPromises: readonly BrokenPromise[] = [
  { what: 'a destruction before one witness', id: 'W4.4', says: ' has 1 witnesses', break: sql(...changed(`jsonb_set(entry::jsonb, '{witnesses}', jsonb_build_array(entry::jsonb #> '{witnesses,0}'))::text`)) },
  { what: 'a destruction that its applicant approved', id: 'W4.4', says: 'was approved by nobody, or by who applied',
    break: sql(`UPDATE archives.destruction_register SET entry = jsonb_set(entry::jsonb, '{approved}', entry::jsonb -> 'applied')::text WHERE n = 1`) },
  { what: 'a destruction that its applicant witnessed', id: 'W4.4', says: 'was witnessed by who applied or approved',
    break: sql(`UPDATE archives.destruction_register SET entry = jsonb_set(entry::jsonb, '{witnesses,0,personId}', entry::jsonb #> '{applied,by}')::text WHERE n = 1`) },
  { what: 'a record destroyed by no list', id: 'W4.4', says: 'was destroyed by no list of the register',
    break: sql(`INSERT INTO archives.record_destruction (record_id, destruction_id, happened_at) SELECT ${listed}, gen_random_uuid(), now()`) },
  { what: 'a destroyed record that is still on a list', id: 'W4.4', says: 'is destroyed, and still on a list', break: sql() },
  { what: 'a destroyed record whose paper is back', id: 'W4.4', says: 'is destroyed, and still holds something', break: sql(
      `INSERT INTO archives.record_file (record_id, position, attachment_id, name, media_type, sha256) VALUES (${destroyed}, 1, gen_random_uuid(), 'x.pdf', 'application/pdf', repeat('1', 64))`) },
  { what: 'a record destroyed on hold', id: 'W4.4', says: 'was destroyed while it was on hold', break: sql(`UPDATE archives.record_state SET held = true WHERE id = ${destroyed}`) },
  { what: 'a signature that is gone', id: 'W4.4', says: ' has 1 signatures for its list', break: sql(`DELETE FROM archives.destruction_signature WHERE destruction_id = ${done} AND n = 2`) },
  { what: 'an opinion that is gone', id: 'W4.4', says: 'was destroyed on the word of 1 people',
    break: sql(`DELETE FROM archives.appraisal_opinion o USING archives.destruction_item i WHERE i.destruction_id = ${done} AND o.record_id = i.record_id
      AND o.person_id = (SELECT min(person_id::text)::uuid FROM archives.appraisal_opinion WHERE record_id = i.record_id)`) },
  { what: 'a destruction with another line than its own', id: 'W4.4', says: 'is certified, and its line of the register says otherwise', break: sql(`UPDATE archives.destruction SET register_number = 9 WHERE id = ${done}`) },
  { what: 'a list on which its records are over', id: 'W4.4', says: 'stands on a list that is over',
    break: sql(`UPDATE archives.record_listing SET destruction_id = (SELECT id FROM archives.destruction WHERE state = 'refused') WHERE destruction_id = (SELECT id FROM archives.destruction WHERE state = 'applied')`) },
  { what: 'a register that was changed in the database', id: 'W4.4', says: 'register in the database: line 1 says something else than its hash', break: sql() },
  { what: 'a register that was changed there and not outside', id: 'W4.4', says: 'line 1 of the register outside is another one than in the database', break: sql() },
  { what: 'the act that destroys, for who runs', id: 'I0', says: 'archives_app may DELETE archives.destroyed_part', break: sql('GRANT DELETE ON archives.destroyed_part TO archives_app') },
];
