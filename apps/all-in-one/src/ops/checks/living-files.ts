import { violations, type Check } from './check';

/** What W4.1 and W4.5 promise of the files of homes and devices. */
export const livingFileChecks: readonly Check[] = [
  {
    id: 'W4.1',
    title: 'each home and each device has its living file, that of a device under its number and with its end and its warranty',
    run: ({ database }) =>
      violations(
        database,
        `SELECT s.subject || ' ' || p.label || ' has no living file' FROM directory.place p
         CROSS JOIN LATERAL (SELECT CASE WHEN p.device IS NULL THEN 'home' ELSE 'device' END AS subject) s
         WHERE (p.kind = 'home' OR p.device IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM archives.living_file f WHERE f.subject_type = s.subject AND f.subject_id = p.id AND f.site_id = p.site_id)
         UNION ALL
         SELECT 'living file ' || coalesce(f.code, f.id::text) || ' is not of the device that directory knows' FROM archives.living_file f
         LEFT JOIN directory.place p ON p.id = f.subject_id AND p.device IS NOT NULL
         WHERE f.subject_type = 'device' AND (f.code, f.equipment, f.installed_on, f.out_of_service_on, f.warranty_until)
           IS DISTINCT FROM (p.device ->> 'number', p.device ->> 'equipment', (p.device ->> 'installedOn')::date, (p.device ->> 'outOfServiceOn')::date, (p.device ->> 'warrantyUntil')::date)`,
      ),
  },
  {
    id: 'W4.1',
    title: 'each change of what belongs into living files was announced once, in turn',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'version ' || v.version || ' of what belongs into the file of a ' || v.subject_type || ' was announced ' || count(l.event_id) || ' times' FROM archives.required_paper_version v
         LEFT JOIN archives.ledger l ON l.aggregate_type = 'completeness-list' AND l.site_id = v.site_id AND l.data ->> 'subject' = v.subject_type AND l.aggregate_version = v.version
           AND l.data ->> 'paper' = v.paper AND l.type = CASE WHEN v.required THEN 'archives.required-paper-set.v1' ELSE 'archives.required-paper-retired.v1' END
         GROUP BY v.site_id, v.subject_type, v.version HAVING count(l.event_id) <> 1`,
      ),
  },
  {
    id: 'W4.4',
    title: 'what was closed of a living file is proposed once, dated from its end, each paper in one volume that did not come back, and its record holds each of its files',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'volume ' || v.n || ' of living file ' || coalesce(f.code, f.id::text) || ' was proposed ' || count(p.id) || ' times' FROM archives.living_volume v
         JOIN archives.living_file f ON f.id = v.file_id
         LEFT JOIN archives.record_proposal p ON p.source_event_id = v.event_id AND p.source_id = v.file_id AND p.dated_at = v.ended_at GROUP BY v.event_id, f.id HAVING count(p.id) <> 1
         UNION ALL
         SELECT 'volume ' || v.n || ' of living file ' || coalesce(f.code, f.id::text) || ' has no papers' FROM archives.living_volume v JOIN archives.living_file f ON f.id = v.file_id
         WHERE NOT EXISTS (SELECT 1 FROM archives.living_volume_paper l WHERE l.event_id = v.event_id)
         UNION ALL
         SELECT 'item ' || l.item || ' of living file ' || coalesce(f.code, f.id::text) || ' is in ' || count(*) || ' volumes that did not come back' FROM archives.living_volume_paper l
         JOIN archives.living_file f ON f.id = l.file_id JOIN archives.record_proposal p ON p.source_event_id = l.event_id AND p.state <> 'returned' GROUP BY l.item, f.id HAVING count(*) > 1
         UNION ALL
         SELECT 'record ' || r.archive_number || ' lacks a file of item ' || e.item || ' of living file ' || coalesce(f.code, f.id::text) FROM archives.record r
         JOIN archives.record_proposal p ON p.record_id = r.id JOIN archives.living_volume_paper l ON l.event_id = p.source_event_id
         JOIN archives.living_file f ON f.id = l.file_id JOIN archives.living_file_entry e ON e.file_id = l.file_id AND e.item = l.item
         CROSS JOIN LATERAL jsonb_array_elements(e.files) AS held (file)
         WHERE NOT EXISTS (SELECT 1 FROM archives.record_file h WHERE h.record_id = r.id AND h.sha256 = held.file ->> 'sha256')
           AND NOT EXISTS (SELECT 1 FROM archives.destroyed_part h WHERE h.record_id = r.id AND h.sha256 = held.file ->> 'sha256')`,
      ),
  },
  {
    id: 'W4.5',
    title: 'each completed repair is in the file of its home or device',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'the repair ' || (l.data ->> 'number') || ', completed, is in no file, nor kept for its public place' FROM tickets.ledger l
         WHERE l.type = 'tickets.repair-resolved.v1' AND NOT EXISTS (SELECT 1 FROM archives.living_file_entry e WHERE e.source_event_id = l.event_id)
           AND NOT EXISTS (SELECT 1 FROM archives.place_repair r WHERE r.event_id = l.event_id)
         UNION ALL
         SELECT 'the repair ' || r.title || ' is not in the file of ' || f.code || ', where it was done' FROM archives.place_repair r
         JOIN archives.living_file f ON f.subject_type = 'device' AND f.subject_id = r.place_id
         WHERE NOT EXISTS (SELECT 1 FROM archives.living_file_entry e WHERE e.file_id = f.id AND e.source_event_id = r.event_id)`,
      ),
  },
];
