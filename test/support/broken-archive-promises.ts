import type { BrokenPromise } from './broken-promises';

/** Of the records and proposals of the demonstration. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const record = (title: string) => `(SELECT record_id FROM archives.record_description WHERE title = '${title}' AND version = 1)`;
const [paper, held, hidden] = [record('2025年消防设施维护合同'), record('电梯维修纠纷材料'), record('员工考核材料')] as const;

/** What the checks of archives notice; each breaks another record, or another row of one. */
// prettier-ignore
export const brokenArchivePromises: readonly BrokenPromise[] = [
  { what: 'an archive number that was skipped', id: 'W4.1', says: 'numbers, and has 1 records up to 1',
    break: sql(`UPDATE archives.series SET last_item = last_item + 1 WHERE id = (SELECT series_id FROM archives.record WHERE id = ${paper})`) },
  { what: 'an archive number that was changed', id: 'W4.1', says: 'record PM99-XX·1999-Y-XX-0001 stands in',
    break: sql(`UPDATE archives.record SET archive_number = 'PM99-XX·1999-Y-XX-0001' WHERE id = ${paper}`) },
  { what: 'a paper taken out of a living file', id: 'W4.1', says: 'items, and has',
    break: sql('UPDATE archives.living_file SET last_item = last_item + 1 WHERE id = (SELECT id FROM archives.living_file ORDER BY id LIMIT 1)') },
  { what: 'a home without its living file', id: 'W4.1', says: ' has no living file',
    break: sql(`UPDATE archives.living_file SET subject_id = gen_random_uuid() WHERE id = (SELECT id FROM archives.living_file WHERE subject_type = 'home' ORDER BY id DESC LIMIT 1)`) },
  { what: 'a device without its living file', id: 'W4.1', says: 'device 生活水泵 has no living file', break: sql(`UPDATE archives.living_file SET subject_id = gen_random_uuid() WHERE code = 'SB-02'`) },
  { what: 'a device that is out of service, and not in its file', id: 'W4.1', says: 'living file SB-01 is not of the device that directory knows',
    break: sql(`UPDATE archives.living_file SET out_of_service_on = NULL WHERE code = 'SB-01'`) },
  { what: 'a paper that nobody put on a list', id: 'W4.1', says: 'version 2 of what belongs into the file of a device was announced 0 times',
    break: sql(`INSERT INTO archives.required_paper_version SELECT site_id, subject_type, 2, paper, name_zh, name_en, equipment, required, reason, set_by, set_for, set_as, happened_at, recorded_at
      FROM archives.required_paper_version WHERE subject_type = 'device'`) },
  { what: 'a part of a living file that was closed and never proposed', id: 'W4.4', says: 'volume 2 of living file SB-01 was proposed 0 times',
    break: sql(`UPDATE archives.living_volume SET ended_at = ended_at - interval '1 day' WHERE n = 2`) },
  { what: 'a part of a living file that holds nothing', id: 'W4.4', says: 'volume 9 of living file SB-01 has no papers',
    break: sql(`INSERT INTO archives.living_volume (event_id, file_id, n, ended_at, closed_by, closed_as, happened_at, recorded_at)
      SELECT gen_random_uuid(), file_id, 9, ended_at, closed_by, closed_as, happened_at, recorded_at FROM archives.living_volume WHERE n = 1`) },
  { what: 'a paper that was closed twice', id: 'W4.4', says: 'item 1 of living file SB-01 is in 2 volumes that did not come back',
    break: sql(`INSERT INTO archives.living_volume_paper (file_id, item, turn, event_id) SELECT file_id, 1, 2, event_id FROM archives.living_volume WHERE n = 2`) },
  { what: 'a record without a file of what was closed', id: 'W4.4', says: 'lacks a file of item 1 of living file SB-01',
    break: sql(`UPDATE archives.living_file_entry SET files = jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', 'x.pdf', 'mediaType', 'application/pdf', 'sha256', repeat('3', 64)))
      WHERE (file_id, item) IN (SELECT file_id, item FROM archives.living_volume_paper WHERE item = 1)`) },
  { what: 'a completed repair that joined no file', id: 'W4.5', says: ', completed, is in no file, nor kept for its public place',
    break: async (office, { id }) =>
      office.query(
        `INSERT INTO tickets.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
         SELECT gen_random_uuid(), 'tickets.repair-resolved.v1', aggregate_type, aggregate_id, 99, site_id, happened_at, recorded_at, actor_id, actor_role, jsonb_build_object('number', data ->> 'number', 'episode', 1, 'workOrderId', null)
         FROM tickets.ledger WHERE aggregate_id = $1 AND aggregate_version = 1`, [id]) },
  { what: 'a completed repair that is not in the file of its device', id: 'W4.5', says: 'the repair R-0 is not in the file of DT-01, where it was done',
    break: sql(`INSERT INTO archives.place_repair (event_id, place_id, repair_id, title, done_by, happened_at)
      SELECT gen_random_uuid(), subject_id, gen_random_uuid(), 'R-0', gen_random_uuid(), now() FROM archives.living_file WHERE code = 'DT-01'`) },
  { what: 'a file put into a record', id: 'W4.2', says: 'holds something else than its proof says',
    break: sql(`INSERT INTO archives.record_file (record_id, position, attachment_id, name, media_type, sha256) SELECT ${held}, 9, gen_random_uuid(), 'x.pdf', 'application/pdf', repeat('0', 64)`) },
  { what: 'a file that is gone', id: 'W4.2', says: ', file 9 is not there', break: sql() },
  { what: 'a paper in a living file whose file is gone', id: 'W4.2', says: 'living file DT-01, item 99, file 1 is not there',
    break: sql(`INSERT INTO archives.living_file_entry (file_id, item, paper, title, files, filed_by, happened_at, recorded_at)
      SELECT id, 99, 'certificate', 'x', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', 'x.pdf', 'mediaType', 'application/pdf', 'sha256', repeat('2', 64))), gen_random_uuid(), now(), now()
      FROM archives.living_file WHERE code = 'DT-01'`) },
  { what: 'a record with another proof than was announced', id: 'W4.2', says: 'was announced 0 times with its number and proof', break: sql() },
  { what: 'a record without its card', id: 'W4.2', says: 'has no card', break: sql(`DELETE FROM archives.record_sheet WHERE record_id = ${hidden} AND kind = 'card'`) },
  { what: 'a confidential record that was opened behind its back', id: 'W4.2', says: 'is not described as its last description says',
    break: sql(`UPDATE archives.record_state SET confidentiality = 'open' WHERE id = ${hidden}`) },
  { what: 'a hold that nobody lifted', id: 'W4.2', says: 'is not on hold, and its holds say otherwise', break: sql(`UPDATE archives.record_state SET held = false WHERE id = ${held}`) },
  { what: 'a record on another shelf', id: 'W4.2', says: 'lies on the moon, and was last moved to', break: sql(`UPDATE archives.record_state SET shelf = 'the moon' WHERE id = ${paper}`) },
  { what: 'a proposal that no event made', id: 'W4.5', says: 'comes from 0 events of what it is of',
    break: sql(`UPDATE archives.record_proposal SET source_event_id = gen_random_uuid() WHERE id = (SELECT id FROM archives.record_proposal WHERE state = 'returned' LIMIT 1)`) },
  { what: 'a filed document that was never proposed', id: 'W4.5', says: 'was proposed 0 times', break: sql() },
  { what: 'an accepted proposal without its record', id: 'W4.5', says: 'is accepted, and 0 records were made of it',
    break: sql(`UPDATE archives.record_proposal SET dated_at = dated_at - interval '1 day' WHERE state = 'accepted'`) },
  { what: 'a record its service may change', id: 'I0', says: 'archives_app may DELETE archives.record', break: sql('GRANT DELETE ON archives.record TO archives_app') },
  { what: 'a look at a record that was wiped from the trail', id: 'I11', says: 'archives: audit {"kind":"removed"',
    break: sql(`DELETE FROM archives.audit WHERE object_type = 'record'`) },
];
