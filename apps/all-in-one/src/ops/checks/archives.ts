import { allLedgers, violations, type Check } from './check';
import { heldFiles } from './held-files';

/** All a record holds, or held before it was destroyed, by hash. */
const held = `
  SELECT record_id, sha256 FROM archives.record_file
  UNION ALL SELECT record_id, sha256 FROM archives.record_sheet
  UNION ALL SELECT record_id, sha256 FROM archives.destroyed_part`;

/** What W4.1, W4.2 and W4.5 promise of records, read off the data. */
export const archiveChecks: readonly Check[] = [
  {
    id: 'W4.1',
    title: 'archive numbers are gapless within each series, and say where a record stands',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'series ' || s.fonds || '-' || s.category || '·' || s.year || '-' || s.retention || '-' || s.office || ' gave ' || s.last_item || ' numbers, and has '
           || count(r.id) || ' records up to ' || coalesce(max(r.item), 0)
         FROM archives.series s LEFT JOIN archives.record r ON r.series_id = s.id GROUP BY s.id HAVING count(r.id) <> s.last_item OR coalesce(max(r.item), 0) <> s.last_item
         UNION ALL
         SELECT 'record ' || r.archive_number || ' stands in ' || s.fonds || '-' || s.category || '·' || s.year || '-' || s.retention || '-' || s.office || ' as item ' || r.item
         FROM archives.record r JOIN archives.series s ON s.id = r.series_id
         WHERE r.archive_number <> s.fonds || '-' || s.category || '·' || s.year || '-' || s.retention || '-' || s.office || '-' || lpad(r.item::text, greatest(4, length(r.item::text)), '0')
            OR (r.site_id, r.category, r.year, r.retention, r.office) <> (s.site_id, s.category, s.year, s.retention, s.office)
         UNION ALL
         SELECT 'record number ' || archive_number || ' was given ' || count(*) || ' times' FROM archives.record GROUP BY archive_number HAVING count(*) > 1
         UNION ALL
         SELECT 'living file ' || coalesce(f.code, f.id::text) || ' counts ' || f.last_item || ' items, and has ' || count(e.item) FROM archives.living_file f
         LEFT JOIN archives.living_file_entry e ON e.file_id = f.id GROUP BY f.id HAVING count(e.item) <> f.last_item OR coalesce(max(e.item), 0) <> f.last_item`,
      ),
  },
  {
    id: 'W4.2',
    title: 'each record has one proof over all it holds, which is the one that was announced',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'record ' || r.archive_number || ' holds something else than its proof says' FROM archives.record r
         WHERE r.proof <> encode(sha256(convert_to(r.archive_number || coalesce((SELECT string_agg(E'\\n' || h.sha256, '' ORDER BY h.sha256 COLLATE "C") FROM (${held}) h WHERE h.record_id = r.id), ''), 'UTF8')), 'hex')
         UNION ALL
         SELECT 'record ' || r.archive_number || ' was announced ' || l.times || ' times with its number and proof' FROM archives.record r
         CROSS JOIN LATERAL (SELECT count(*) AS times FROM archives.ledger WHERE aggregate_id = r.id AND type = 'archives.record-archived.v1'
           AND data ->> 'archiveNumber' = r.archive_number AND data ->> 'proof' = r.proof) l WHERE l.times <> 1
         UNION ALL
         SELECT 'record ' || r.archive_number || ' has no card' FROM archives.record r
         WHERE NOT EXISTS (SELECT 1 FROM archives.record_sheet WHERE record_id = r.id AND kind = 'card')`,
      ),
  },
  {
    id: 'W4.2',
    title: 'the files of records and living files are kept, with the bytes they were filed with',
    run: ({ database }) =>
      violations(
        database,
        `SELECT f.name || CASE WHEN a.id IS NULL THEN ' is not there' ELSE ' has other bytes' END
         FROM ${heldFiles} f LEFT JOIN files.attachment a ON a.id = f.attachment_id WHERE a.id IS NULL OR a.sha256 <> f.sha256`,
      ),
  },
  {
    id: 'W4.2',
    title: 'a record stands where its descriptions, shelves and holds left it',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'record ' || r.archive_number || ' is not described as its last description says' FROM archives.record r LEFT JOIN archives.record_state s ON s.id = r.id
         LEFT JOIN LATERAL (SELECT * FROM archives.record_description WHERE record_id = r.id ORDER BY version DESC LIMIT 1) d ON true
         WHERE (s.description, s.confidentiality, s.confidential_until) IS DISTINCT FROM (d.version, d.confidentiality, d.confidential_until)
            OR d.version <> (SELECT count(*) FROM archives.record_description WHERE record_id = r.id)
         UNION ALL
         SELECT 'record ' || r.archive_number || CASE WHEN s.held THEN ' is on hold' ELSE ' is not on hold' END || ', and its holds say otherwise'
         FROM archives.record r JOIN archives.record_state s ON s.id = r.id
         LEFT JOIN LATERAL (SELECT held, n FROM archives.record_hold WHERE record_id = r.id ORDER BY n DESC LIMIT 1) h ON true
         WHERE s.held <> coalesce(h.held, false) OR s.holds <> coalesce(h.n, 0)
         UNION ALL
         SELECT 'record ' || r.archive_number || ' lies on ' || coalesce(s.shelf, 'no shelf') || ', and was last moved to ' || coalesce(p.shelf, 'none')
         FROM archives.record r JOIN archives.record_state s ON s.id = r.id
         LEFT JOIN LATERAL (SELECT shelf FROM archives.record_shelf WHERE record_id = r.id ORDER BY n DESC LIMIT 1) p ON true WHERE s.shelf IS DISTINCT FROM p.shelf`,
      ),
  },
  {
    id: 'W4.5',
    title: 'every proposal comes from one event, and an accepted one is one record of what that event was about',
    run: (context) =>
      violations(
        context.database,
        `SELECT 'proposal ' || p.number || ' comes from ' || l.events || ' events of what it is of' FROM archives.record_proposal p
         CROSS JOIN LATERAL (SELECT count(*) AS events FROM (${allLedgers(context, 'event_id, aggregate_id, aggregate_type')}) e
           WHERE e.event_id = p.source_event_id AND e.aggregate_id = p.source_id AND e.aggregate_type = CASE WHEN p.source_type IN ('home-file', 'device-file') THEN 'living-file' ELSE p.source_type END) l WHERE l.events <> 1
         UNION ALL
         SELECT 'proposal ' || p.number || ' is ' || p.state || ', and ' || count(r.id) || ' records were made of it' FROM archives.record_proposal p
         LEFT JOIN archives.record r ON r.proposal_id = p.id AND r.id = p.record_id AND r.source_id = p.source_id AND r.site_id = p.site_id AND r.dated_at = p.dated_at
         GROUP BY p.id HAVING count(r.id) <> CASE WHEN p.state = 'accepted' THEN 1 ELSE 0 END
         UNION ALL
         SELECT 'proposals ' || string_agg(number, ', ') || ' come from one event' FROM archives.record_proposal GROUP BY source_event_id HAVING count(*) > 1
         UNION ALL
         SELECT 'record ' || r.archive_number || ' names a proposal that is not there' FROM archives.record r
         WHERE r.proposal_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM archives.record_proposal p WHERE p.id = r.proposal_id)`,
      ),
  },
  {
    id: 'W4.5',
    title: 'what was filed, closed or released was proposed once',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'the ' || l.aggregate_type || ' ' || (l.data ->> 'number') || ' was proposed ' || count(p.id) || ' times' FROM (
           SELECT event_id, aggregate_type, data FROM documents.ledger WHERE type IN ('documents.incoming-filed.v1', 'documents.outgoing-filed.v1')
           UNION ALL SELECT event_id, aggregate_type, data FROM complaints.ledger WHERE type = 'complaints.complaint-closed.v1'
           UNION ALL SELECT event_id, aggregate_type, data FROM notifications.ledger WHERE type = 'notifications.notice-released.v1') l
         LEFT JOIN archives.record_proposal p ON p.source_event_id = l.event_id GROUP BY l.event_id, l.aggregate_type, l.data HAVING count(p.id) <> 1`,
      ),
  },
];
