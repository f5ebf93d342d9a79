/** What holds files in the archives, as people call it. */
export const holders = `(SELECT 'record' AS kind, id, 'record ' || archive_number AS name FROM archives.record
  UNION ALL SELECT 'living-file', id, 'living file ' || coalesce(code, id::text) FROM archives.living_file)`;

/** Which file of a holder: `at` has `item`, null of a record, and `position`. */
export const placeIn = (holder: string, at: string): string => `${holder}.name || coalesce(', item ' || ${at}.item, '') || ', file ' || ${at}.position`;

/** Every file that records and living files hold, by the id of its holder, with its hash and what it is called. */
export const heldFiles = `(SELECT o.kind, o.id, ${placeIn('o', 'h')} AS name, h.item, h.position, h.attachment_id, h.sha256 FROM ${holders} o JOIN (
  SELECT record_id AS id, NULL::integer AS item, position, attachment_id, sha256 FROM archives.record_file
  UNION ALL SELECT e.file_id, e.item, p.position::integer, (p.file ->> 'id')::uuid, p.file ->> 'sha256'
    FROM archives.living_file_entry e CROSS JOIN LATERAL jsonb_array_elements(e.files) WITH ORDINALITY AS p (file, position)
    WHERE NOT archives.living_paper_destroyed(e.file_id, e.item)) h ON h.id = o.id)`;

/** Whether an alarm `a` is about a file `f` of `heldFiles`. */
export const alarmOfFile = 'coalesce(a.record_id, a.living_file_id) = f.id AND a.item IS NOT DISTINCT FROM f.item AND a.position = f.position';
