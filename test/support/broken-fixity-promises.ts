import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokenPromise } from './broken-promises';

/** The hash of the file that was put into a record of the demonstration. */
const sha256 = '0'.repeat(64);
const file = `(SELECT record_id FROM archives.record_file WHERE sha256 = '${sha256}')`;

/** The same of a paper in the living file of a lift. */
const paper = '2'.repeat(64);

/** What the checks of the bytes of records and living files notice. After those of archives, which put these files there. */
// prettier-ignore
export const brokenFixityPromises: readonly BrokenPromise[] = [
  { what: 'bytes that are not what was archived', id: 'W4.2', says: `, file 9 has bytes that are damaged (${sha256})`,
    break: async (office) => {
      const folder = join(office.folder, 'office', 'files', sha256.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, sha256), 'x');
    } },
  { what: 'a file that is not served, and nobody was told', id: 'W4.2', says: ', file 9 is damaged and not served, without an alarm',
    break: (office) => office.query(`INSERT INTO files.content_fixity (sha256, found, checked_at) VALUES ('${sha256}', 'damaged', now())`) },
  { what: 'an alarm about a file that is served, and that was not announced', id: 'W4.2', says: ', file 1 has an alarm, and is served',
    break: (office) => office.query(`INSERT INTO archives.file_alarm (id, site_id, record_id, position, sha256, found, recorded_at)
      SELECT gen_random_uuid(), site_id, id, 1, repeat('1', 64), 'damaged', now() FROM archives.record WHERE id = ${file}`) },
  { what: 'an alarm that was not announced', id: 'W4.2', says: ' has 1 alarms of which 0 are answered, and announced 0 and 0', break: async () => undefined },
  { what: 'bytes of a paper in a living file that are gone', id: 'W4.2', says: `living file DT-01, item 99, file 1 has bytes that are missing (${paper})`, break: async () => undefined },
  { what: 'a paper that is not served, and nobody was told', id: 'W4.2', says: 'living file DT-01, item 99, file 1 is missing and not served, without an alarm',
    break: (office) => office.query(`INSERT INTO files.content_fixity (sha256, found, checked_at) VALUES ('${paper}', 'missing', now())`) },
  { what: 'an alarm about a paper that is served', id: 'W4.2', says: 'living file DT-01, item 1, file 1 has an alarm, and is served',
    break: (office) => office.query(`INSERT INTO archives.file_alarm (id, site_id, living_file_id, item, position, sha256, found, recorded_at)
      SELECT gen_random_uuid(), site_id, id, 1, 1, repeat('3', 64), 'damaged', now() FROM archives.living_file WHERE code = 'DT-01'`) },
  { what: 'an alarm about a paper that was not announced', id: 'W4.2', says: 'living file DT-01 has 1 alarms of which 0 are answered, and announced 0 and 0', break: async () => undefined },
  { what: 'two alarms about one paper', id: 'I0', says: 'archives.file_alarm has lost file_alarm_paper_once', break: (office) => office.query('DROP INDEX archives.file_alarm_paper_once') },
  { what: 'two alarms about one file', id: 'I0', says: 'archives.file_alarm has lost file_alarm_once', break: (office) => office.query('DROP INDEX archives.file_alarm_once') },
];
