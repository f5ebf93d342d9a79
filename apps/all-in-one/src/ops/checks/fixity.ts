import { violations, type Check } from './check';
import { alarmOfFile, heldFiles, holders, placeIn } from './held-files';

const said = (what: string): string => `type IN ('archives.file-${what}.v1', 'archives.living-paper-${what}.v1')`;

/** What W4.2 promises of the bytes of records and living files, read off the disk and the data. */
export const fixityChecks: readonly Check[] = [
  {
    id: 'W4.2',
    title: 'the bytes of each file of a record or living file have its hash',
    async run({ database, bytesOf }) {
      const { rows } = await database.query<{ name: string; sha256: string }>(`SELECT name, sha256 FROM ${heldFiles} f ORDER BY 1`);
      const found = [];
      for (const { name, sha256 } of rows) {
        const bytes = await bytesOf(sha256);
        if (bytes !== 'whole') found.push(`${name} has bytes that are ${bytes} (${sha256}): npm run ops -- fixity restore`);
      }
      return found;
    },
  },
  {
    id: 'W4.2',
    title: 'a file of a record or living file that is not served has an alarm, and one alarm is one that was announced',
    run: ({ database }) =>
      violations(
        database,
        `SELECT f.name || ' is ' || c.found || ' and not served, without an alarm' FROM files.content_fixity c JOIN ${heldFiles} f ON f.sha256 = c.sha256
         WHERE c.found <> 'whole' AND NOT EXISTS (SELECT 1 FROM archives.file_alarm a WHERE ${alarmOfFile} AND a.ended_at IS NULL)
         UNION ALL
         SELECT ${placeIn('o', 'a')} || ' has an alarm, and is served' FROM archives.file_alarm a JOIN ${holders} o ON o.id = coalesce(a.record_id, a.living_file_id)
         WHERE a.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM files.content_fixity c WHERE c.sha256 = a.sha256 AND c.found <> 'whole')
         UNION ALL
         SELECT o.name || ' has ' || a.raised || ' alarms of which ' || a.restored || ' are answered, and announced ' || l.raised || ' and ' || l.restored
         FROM ${holders} o
         JOIN LATERAL (SELECT count(*) AS raised, count(*) FILTER (WHERE ended = 'restored') AS restored FROM archives.file_alarm WHERE coalesce(record_id, living_file_id) = o.id) a ON true
         JOIN LATERAL (SELECT count(*) FILTER (WHERE ${said('damaged')}) AS raised, count(*) FILTER (WHERE ${said('restored')}) AS restored
           FROM archives.ledger WHERE aggregate_id = o.id) l ON true
         WHERE (a.raised, a.restored) <> (l.raised, l.restored)`,
      ),
  },
];
