import { chainFaults, entryOf } from '@property-office/archives';
import { violations, type Check, type Violation } from './check';

/** What W4.4 promises of appraisal and destruction, read off the data and the register kept outside. */
export const destructionChecks: readonly Check[] = [
  {
    id: 'W4.4',
    title: 'nothing is destroyed without an approval and two witnesses, of people who neither applied nor approved',
    run: ({ database }) =>
      violations(
        database,
        `WITH line AS (
           SELECT number, entry, ARRAY(SELECT w ->> 'personId' FROM jsonb_array_elements(entry -> 'witnesses') w WHERE w ->> 'personId' IS NOT NULL) AS witnesses,
             array_remove(ARRAY[entry #>> '{applied,by}', entry #>> '{applied,for}'], NULL) AS applied, array_remove(ARRAY[entry #>> '{approved,by}', entry #>> '{approved,for}'], NULL) AS approved
           FROM (SELECT entry::jsonb AS entry, entry::jsonb ->> 'number' AS number FROM archives.destruction_register) g)
         SELECT 'destruction ' || number || ' has ' || jsonb_array_length(entry -> 'witnesses') || ' witnesses' FROM line
         WHERE jsonb_array_length(entry -> 'witnesses') <> 2 OR (SELECT count(DISTINCT w) FROM unnest(witnesses) w) < greatest(1, cardinality(witnesses))
         UNION ALL
         SELECT 'destruction ' || number || ' was approved by nobody, or by who applied' FROM line WHERE cardinality(approved) = 0 OR approved && applied
         UNION ALL
         SELECT 'destruction ' || number || ' was witnessed by who applied or approved' FROM line WHERE witnesses && (applied || approved)
         UNION ALL
         SELECT 'record ' || r.archive_number || ' was destroyed by no list of the register' FROM archives.record_destruction x JOIN archives.record r ON r.id = x.record_id
         WHERE NOT EXISTS (SELECT 1 FROM archives.destruction_register g WHERE g.destruction_id = x.destruction_id
           AND EXISTS (SELECT 1 FROM jsonb_array_elements(g.entry::jsonb -> 'records') e WHERE e ->> 'recordId' = x.record_id::text AND e ->> 'proof' = r.proof))`,
      ),
  },
  {
    id: 'W4.4',
    title: 'a list that was carried out was approved, signed and judged as its rows say',
    run: ({ database }) =>
      violations(
        database,
        `WITH done AS (SELECT d.* FROM archives.destruction d WHERE d.state IN ('carried-out', 'certified')
           AND NOT EXISTS (SELECT 1 FROM archives.ledger l WHERE l.aggregate_id = d.id AND l.type = 'archives.destruction-reapplied.v1'))
         SELECT 'destruction ' || d.number || ' has ' || count(s.n) || ' signatures for its list' FROM done d
         LEFT JOIN archives.destruction_signature s ON s.destruction_id = d.id AND s.list_hash = d.list_hash GROUP BY d.id, d.number HAVING count(s.n) <> 2
         UNION ALL
         SELECT 'destruction ' || d.number || ' is ' || d.state || ', and its line of the register says otherwise' FROM done d
         LEFT JOIN archives.destruction_register g ON g.destruction_id = d.id
         WHERE g.n IS DISTINCT FROM d.register_number OR g.entry::jsonb #>> '{approved,by}' IS DISTINCT FROM d.approved_by::text OR g.entry::jsonb ->> 'listHash' IS DISTINCT FROM d.list_hash
         UNION ALL
         SELECT 'record ' || r.archive_number || ' was destroyed on the word of ' || count(o.person_id) || ' people' FROM done d JOIN archives.destruction_item i ON i.destruction_id = d.id
         JOIN archives.record r ON r.id = i.record_id LEFT JOIN archives.appraisal_opinion o ON o.record_id = r.id AND o.verdict = 'destroy' GROUP BY r.id HAVING count(o.person_id) < 2
         UNION ALL
         SELECT 'destruction ' || d.number || ' was written into the register, and is ' || d.state FROM archives.destruction d JOIN archives.destruction_register g ON g.destruction_id = d.id
         WHERE d.state NOT IN ('carried-out', 'certified')`,
      ),
  },
  {
    id: 'W4.4',
    title: 'of what is destroyed nothing is left but its proof, and nothing was on hold',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'record ' || r.archive_number || ' is destroyed, and still holds something' FROM archives.record_destruction x JOIN archives.record r ON r.id = x.record_id
         WHERE EXISTS (SELECT 1 FROM archives.record_file f WHERE f.record_id = r.id) OR EXISTS (SELECT 1 FROM archives.record_sheet s WHERE s.record_id = r.id AND s.kind <> 'card')
            OR EXISTS (SELECT 1 FROM files.attachment_link l WHERE l.object_type = 'record' AND l.object_id = r.id AND EXISTS (SELECT 1 FROM files.wiped_object w WHERE w.object_id = r.id))
         UNION ALL
         SELECT 'record ' || r.archive_number || ' was destroyed while it was on hold' FROM archives.record_destruction x JOIN archives.record r ON r.id = x.record_id
         JOIN archives.record_state s ON s.id = r.id WHERE s.held
         UNION ALL
         SELECT 'record ' || r.archive_number || ' is destroyed, and still on a list' FROM archives.record_listing l JOIN archives.record_destruction x ON x.record_id = l.record_id
         JOIN archives.record r ON r.id = l.record_id
         UNION ALL
         SELECT 'record ' || r.archive_number || ' stands on a list that is over' FROM archives.record_listing l JOIN archives.record r ON r.id = l.record_id
         JOIN archives.appraisal a ON a.id = l.appraisal_id LEFT JOIN archives.destruction d ON d.id = l.destruction_id
         WHERE a.state = 'withdrawn' OR d.state NOT IN ('applied', 'approved', 'witnessed')`,
      ),
  },
  {
    id: 'W4.4',
    title: 'the destruction register outside agrees with that of the database, and both are whole',
    run: async ({ database, destructionRegister }) => {
      const { rows } = await database.query<{ text: string; hash: string }>('SELECT entry AS text, hash FROM archives.destruction_register ORDER BY n');
      const outside = destructionRegister();
      const count = Math.max(rows.length, outside.length);
      const differing = Array.from({ length: count }, (_, i): Violation[] => {
        const [inside, kept] = [rows[i], outside[i]];
        if (!kept) return [`destruction ${entryOf(inside!).number} is not in the register outside`];
        if (!inside) return [`the register outside knows of line ${i + 1}, which the database does not: what was destroyed is back, npm run ops -- destroy-again`];
        return inside.hash === kept.hash && inside.text === kept.text ? [] : [`line ${i + 1} of the register outside is another one than in the database`];
      });
      return [...chainFaults(rows).map((fault) => `register in the database: ${fault}`), ...chainFaults(outside).map((fault) => `register outside: ${fault}`), ...differing.flat()];
    },
  },
];
