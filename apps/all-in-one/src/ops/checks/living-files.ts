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
