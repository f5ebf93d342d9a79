import { violations, type Check } from './check';

/** What W4.2 promises of the bytes of records, read off the disk and the data. */
export const fixityChecks: readonly Check[] = [
  {
    id: 'W4.2',
    title: 'the bytes of each file of a record have its hash',
    async run({ database, bytesOf }) {
      const { rows } = await database.query<{ name: string; sha256: string }>(
        `SELECT r.archive_number || ', file ' || f.position AS name, f.sha256 FROM archives.record_file f JOIN archives.record r ON r.id = f.record_id ORDER BY 1`,
      );
      const found = [];
      for (const { name, sha256 } of rows) {
        const bytes = await bytesOf(sha256);
        if (bytes !== 'whole') found.push(`record ${name} has bytes that are ${bytes} (${sha256}): npm run ops -- fixity restore`);
      }
      return found;
    },
  },
  {
    id: 'W4.2',
    title: 'a file of a record that is not served has an alarm, and one alarm is one that was announced',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'record ' || r.archive_number || ', file ' || f.position || ' is ' || c.found || ' and not served, without an alarm'
         FROM files.content_fixity c JOIN archives.record_file f ON f.sha256 = c.sha256 JOIN archives.record r ON r.id = f.record_id
         WHERE c.found <> 'whole' AND NOT EXISTS (SELECT 1 FROM archives.file_alarm a WHERE a.record_id = f.record_id AND a.position = f.position AND a.ended_at IS NULL)
         UNION ALL
         SELECT 'record ' || r.archive_number || ', file ' || a.position || ' has an alarm, and is served' FROM archives.file_alarm a JOIN archives.record r ON r.id = a.record_id
         WHERE a.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM files.content_fixity c WHERE c.sha256 = a.sha256 AND c.found <> 'whole')
         UNION ALL
         SELECT 'record ' || r.archive_number || ' has ' || a.raised || ' alarms of which ' || a.restored || ' are answered, and announced ' || l.raised || ' and ' || l.restored
         FROM archives.record r
         JOIN LATERAL (SELECT count(*) AS raised, count(*) FILTER (WHERE ended = 'restored') AS restored FROM archives.file_alarm WHERE record_id = r.id) a ON true
         JOIN LATERAL (SELECT count(*) FILTER (WHERE type = 'archives.file-damaged.v1') AS raised, count(*) FILTER (WHERE type = 'archives.file-restored.v1') AS restored
           FROM archives.ledger WHERE aggregate_id = r.id) l ON true
         WHERE (a.raised, a.restored) <> (l.raised, l.restored)`,
      ),
  },
];
