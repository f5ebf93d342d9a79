import { violations, type Check } from './check';

/** How often each says that it goes on for another one, less how often that was taken back (G3). */
const goesOnFor = `(SELECT aggregate_id AS complaint_id, data -> 'double' ->> 'id' AS double_id, sum(CASE type WHEN 'complaints.complaint-double-joined.v1' THEN 1 ELSE -1 END) AS times
  FROM complaints.ledger WHERE type IN ('complaints.complaint-double-joined.v1', 'complaints.complaint-double-left.v1') GROUP BY 1, 2)`;

/** What W2.3 promises of several complainants of one matter, read off the data. */
export const complaintGroupChecks: readonly Check[] = [
  {
    id: 'W2.3',
    title: 'no complaint is closed while one of its complainants has neither answered nor is on record as not reached',
    run: ({ database }) =>
      violations(
        database,
        // Closings before that was kept of each of them say nothing of it.
        `SELECT 'complaint ' || c.number || ' is closed, and complainant ' || k.id || ' has not answered' FROM complaints.complaint c
         JOIN complaints.ledger l ON l.aggregate_id = c.id AND l.type = 'complaints.complaint-closed.v1' AND (l.data ->> 'round')::int = c.round AND l.data ? 'answers'
         JOIN complaints.complainant k ON k.complaint_id = c.id
         WHERE c.state = 'closed' AND NOT EXISTS (SELECT 1 FROM complaints.complainant_answer a WHERE a.complainant_id = k.id AND a.complaint_id = c.id AND a.round = c.round)
         UNION ALL
         SELECT 'complaint ' || c.number || ' is closed as ' || c.answer || ', and complainant ' || a.complainant_id || ' disputes it' FROM complaints.complaint c
         JOIN LATERAL (SELECT DISTINCT ON (complainant_id) * FROM complaints.complainant_answer WHERE complaint_id = c.id AND round = c.round ORDER BY complainant_id, version DESC) a ON true
         WHERE c.state = 'closed' AND c.answer <> 'dissent' AND a.answer = 'disputed'`,
      ),
  },
  {
    id: 'W2.3',
    title: 'whoever complains in a complaint that was merged complains in the one that goes on, which says so once',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complainant ' || k.id || ' of complaint ' || c.number || ' does not complain in ' || c.merged_into_number FROM complaints.complaint c
         JOIN complaints.complainant k ON k.complaint_id = c.id
         WHERE c.state = 'merged' AND NOT EXISTS (SELECT 1 FROM complaints.complainant j WHERE j.complaint_id = c.merged_into AND (j.joined_from = k.id OR j.person_id = k.person_id))
         UNION ALL
         SELECT 'complaint ' || c.number || ' was merged into ' || c.merged_into_number || ', which says so ' || coalesce(said.times, 0) || ' times' FROM complaints.complaint c
         LEFT JOIN ${goesOnFor} said ON said.complaint_id = c.merged_into AND said.double_id = c.id::text
         WHERE c.state = 'merged' AND said.times IS DISTINCT FROM 1`,
      ),
  },
  {
    id: 'G3',
    title: 'of a merge that was taken back nothing is left: nobody complains by it any more, and no complaint goes on for one that stands by itself',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complainant ' || j.id || ' of complaint ' || c.number || ' joined by ' || d.number || ', which is not merged into it' FROM complaints.complainant j
         JOIN complaints.complaint c ON c.id = j.complaint_id JOIN complaints.complainant k ON k.id = j.joined_from JOIN complaints.complaint d ON d.id = k.complaint_id
         WHERE d.merged_into IS DISTINCT FROM c.id
         UNION ALL
         SELECT 'complaint ' || c.number || ' says it goes on for ' || d.number || ', which is not merged into it' FROM ${goesOnFor} said
         JOIN complaints.complaint c ON c.id = said.complaint_id JOIN complaints.complaint d ON d.id::text = said.double_id
         WHERE said.times <> 0 AND d.merged_into IS DISTINCT FROM c.id`,
      ),
  },
  {
    id: 'W2.3',
    title: 'nobody handles a complaint they complain in, or in one that was merged into it',
    run: ({ database }) =>
      violations(
        database,
        `WITH RECURSIVE goes_on (id, double) AS (
           SELECT id, id FROM complaints.complaint WHERE handler_id IS NOT NULL
           UNION SELECT g.id, c.id FROM complaints.complaint c JOIN goes_on g ON c.merged_into = g.double)
         SELECT 'complaint ' || c.number || ' is handled by who complains in ' || d.number FROM goes_on g
         JOIN complaints.complaint c USING (id) JOIN complaints.complaint d ON d.id = g.double
         WHERE EXISTS (SELECT 1 FROM complaints.complainant k WHERE k.complaint_id = d.id AND k.person_id = c.handler_id)`,
      ),
  },
  {
    id: 'W2.3',
    title: 'no complaint was extended that goes on for one which was',
    run: ({ database }) =>
      violations(
        database,
        `WITH RECURSIVE goes_on (id, double, since) AS (
           SELECT d.merged_into, d.id, (SELECT max(m.recorded_at) FROM complaints.ledger m WHERE m.aggregate_id = d.id AND m.type = 'complaints.complaint-merged.v1')
           FROM complaints.complaint d WHERE d.merged_into IS NOT NULL
           UNION SELECT g.id, c.id, g.since FROM complaints.complaint c JOIN goes_on g ON c.merged_into = g.double)
         SELECT 'complaint ' || c.number || ' was extended, and goes on for ' || d.number || ', which had been' FROM goes_on g
         JOIN complaints.complaint c USING (id) JOIN complaints.complaint d ON d.id = g.double
         JOIN complaints.ledger told ON told.aggregate_id = c.id AND told.type = 'complaints.extension-told.v1' AND told.recorded_at > g.since
         WHERE d.extension_told_at IS NOT NULL`,
      ),
  },
  {
    id: 'W2.3',
    title: 'a complaint that was merged, and the one that goes on for it, are hidden from the same',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaint ' || c.number || ' is not hidden from ' || s.subject || ', and ' || c.merged_into_number || ' is' FROM complaints.complaint c
         JOIN complaints.object_shield s ON s.object_id = c.merged_into
         WHERE NOT EXISTS (SELECT 1 FROM complaints.object_shield o WHERE o.object_id = c.id AND o.subject = s.subject)
         UNION ALL
         SELECT 'complaint ' || c.merged_into_number || ' is not hidden from ' || s.subject || ', and ' || c.number || ', which was merged into it, is' FROM complaints.complaint c
         JOIN complaints.object_shield s ON s.object_id = c.id
         WHERE c.merged_into IS NOT NULL AND NOT EXISTS (SELECT 1 FROM complaints.object_shield o WHERE o.object_id = c.merged_into AND o.subject = s.subject)`,
      ),
  },
  {
    id: 'W2.3',
    title: 'an extension holds of which everybody was told before; of one that held at once, as until it was known of each, somebody has that to do',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'nobody tells complainant ' || k.id || ' that complaint ' || c.number || ' was extended' FROM complaints.complaint c
         JOIN complaints.complainant k ON k.complaint_id = c.id AND k.person_id IS NULL AND k.joined_at <= c.extension_told_at
         WHERE c.extension_told_at IS NOT NULL AND NOT k.id = ANY (c.extension_told_ids)
           AND NOT EXISTS (SELECT 1 FROM complaints.complaint_task t WHERE t.complainant_id = k.id AND t.recorded_at >= c.extension_told_at AND NOT t.of_extension)`,
      ),
  },
  {
    id: 'W2.3',
    title: 'no complaint is decided of which a complainant said whom it is about, and nobody has settled who that is',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaint ' || number || ' is ' || state || ', and it is not settled whom it is about' FROM complaints.complaint
         WHERE about_open AND state IN ('decided', 'handling', 'awaiting-feedback', 'closed', 'merged')`,
      ),
  },
];
