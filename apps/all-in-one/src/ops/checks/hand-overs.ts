import { isSealed } from '@property-office/audit';
import { violations, type Check } from './check';

const done = `archives.hand_over h WHERE h.state = 'handed-over'`;

/** What W4.6 promises of hand-overs, read off the data. */
export const handOverChecks: readonly Check[] = [
  {
    id: 'W4.6',
    title: 'nothing is handed over without an approval by another person and the signatures of three for its manifest',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'hand-over ' || h.number || ' was approved by nobody, or by who applied' FROM ${done}
           AND (h.approved_by IS NULL OR ARRAY[h.approved_by, h.approved_for] && array_remove(ARRAY[h.applied_by, h.applied_for], NULL))
         UNION ALL
         SELECT 'hand-over ' || h.number || ' has ' || (SELECT count(*) FROM archives.hand_over_signature s WHERE s.hand_over_id = h.id AND s.manifest_hash = h.manifest_hash) || ' signatures for its manifest' FROM ${done}
           AND (SELECT count(*) FROM archives.hand_over_signature s WHERE s.hand_over_id = h.id AND s.manifest_hash = h.manifest_hash) <> 3
         UNION ALL
         SELECT 'hand-over ' || h.number || ': its ' || s.part || ' applied for it or approved it' FROM archives.hand_over h JOIN archives.hand_over_signature s ON s.hand_over_id = h.id
         WHERE s.part <> 'giver' AND s.person_id = ANY (ARRAY[h.applied_by, h.applied_for, h.approved_by, h.approved_for])
         UNION ALL
         SELECT 'hand-over ' || h.number || ': its ' || s.part || ' was not named for that' FROM archives.hand_over h JOIN archives.hand_over_signature s ON s.hand_over_id = h.id
         WHERE s.part <> 'giver' AND s.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM archives.hand_over_party p WHERE p.hand_over_id = h.id AND p.part = s.part AND p.person_id = s.person_id)`,
      ),
  },
  {
    id: 'W4.6',
    title: 'what is marked as handed over stands on a list that is, and has gone no other way',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'hand-over ' || h.number || ' is done, and ' || i.item_id || ' is not marked' FROM archives.hand_over h JOIN archives.hand_over_item i ON i.hand_over_id = h.id
         LEFT JOIN archives.handed_over o ON o.item_id = i.item_id AND o.hand_over_id = h.id WHERE h.state = 'handed-over' AND o.item_id IS NULL
         UNION ALL
         SELECT 'hand-over ' || h.number || ' is ' || h.state || ', and ' || o.item_id || ' is marked' FROM archives.handed_over o JOIN archives.hand_over h ON h.id = o.hand_over_id WHERE h.state <> 'handed-over'
         UNION ALL
         SELECT 'hand-over ' || h.number || ' is ' || h.state || ', and still lists ' || l.item_id FROM archives.handing_over l JOIN archives.hand_over h ON h.id = l.hand_over_id
         WHERE h.state NOT IN ('applied', 'approved', 'sealed')
         UNION ALL
         SELECT 'record ' || r.archive_number || ' is handed over, and ' || CASE WHEN x.record_id IS NOT NULL THEN 'destroyed' WHEN g.record_id IS NOT NULL THEN 'on another list' ELSE 'on hold' END
         FROM archives.handed_over o JOIN archives.record r ON r.id = o.item_id JOIN archives.record_state s ON s.id = r.id
         LEFT JOIN archives.record_destruction x ON x.record_id = r.id LEFT JOIN archives.record_listing g ON g.record_id = r.id
         WHERE x.record_id IS NOT NULL OR g.record_id IS NOT NULL OR s.held
         UNION ALL
         SELECT 'record ' || r.archive_number || ' is handed over, and ' || l.number || ' is open' FROM archives.handed_over o JOIN archives.record r ON r.id = o.item_id
         JOIN (SELECT record_id, number FROM archives.loan WHERE state NOT IN ('refused', 'withdrawn', 'returned', 'ended')
           UNION ALL SELECT record_id, number FROM archives.record_copy WHERE state NOT IN ('refused', 'withdrawn', 'handed-over')) l ON l.record_id = r.id`,
      ),
  },
  {
    id: 'W4.6',
    title: 'a sealed package lists what its records hold, by every hash, and was signed by the office',
    run: async ({ database, auditKeys }) => {
      const differing = await violations(
        database,
        `WITH packed AS (
           SELECT h.number, h.manifest_hash, p.manifest_hash AS sealed, r.value AS record FROM archives.hand_over_package p JOIN archives.hand_over h ON h.id = p.hand_over_id
           LEFT JOIN LATERAL jsonb_array_elements(p.manifest::jsonb -> 'records') r ON true)
         SELECT DISTINCT 'hand-over ' || number || ' is signed for another manifest than was sealed' FROM packed WHERE manifest_hash IS DISTINCT FROM sealed
         UNION ALL
         SELECT 'hand-over ' || number || ': ' || (record ->> 'archiveNumber') || ' is not packed as its proof says' FROM packed
         WHERE record IS NOT NULL AND record ->> 'proof' <> encode(sha256(convert_to((record ->> 'archiveNumber')
           || coalesce((SELECT string_agg(E'\\n' || (f ->> 'sha256'), '' ORDER BY f ->> 'sha256' COLLATE "C") FROM jsonb_array_elements(record -> 'files') f), ''), 'UTF8')), 'hex')
         UNION ALL
         SELECT 'hand-over ' || h.number || ' lists ' || h.records || ' records, and packs ' || jsonb_array_length(p.manifest::jsonb -> 'records') FROM archives.hand_over h
         JOIN archives.hand_over_package p ON p.hand_over_id = h.id WHERE jsonb_array_length(p.manifest::jsonb -> 'records') <> h.records
         UNION ALL
         SELECT 'hand-over ' || h.number || ' is ' || h.state || ', and has no package' FROM archives.hand_over h
         WHERE h.state IN ('sealed', 'handed-over') AND NOT EXISTS (SELECT 1 FROM archives.hand_over_package p WHERE p.hand_over_id = h.id)`,
      );
      const { rows } = await database.query<{ number: string; hash: string; kid: string; signature: string; publicKey: string }>(
        `SELECT h.number, p.manifest_hash AS hash, p.kid, p.signature, p.public_key AS "publicKey" FROM archives.hand_over_package p JOIN archives.hand_over h ON h.id = p.hand_over_id ORDER BY 1`,
      );
      const keys = auditKeys();
      return [...differing, ...rows.filter(({ hash, ...seal }) => !isSealed(`${hash}  manifest.json\n`, seal, keys)).map(({ number }) => `hand-over ${number}: the signature of its manifest is not ours`)];
    },
  },
];
