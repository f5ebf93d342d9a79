import { violations, type Check } from './check';

/** What W4.3 promises of loans and copies, read off the data. */
export const lendingChecks: readonly Check[] = [
  {
    id: 'W4.3',
    title: 'a paper has one holder, who asked for it and whom another person let have it',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'record ' || r.archive_number || ' is out ' || count(*) || ' times' FROM archives.loan l JOIN archives.record r ON r.id = l.record_id
         WHERE l.form = 'paper' AND l.state IN ('handed-over', 'recalled') GROUP BY r.archive_number HAVING count(*) > 1
         UNION ALL
         SELECT 'loan ' || l.number || ' was approved by ' || count(e.*) || ' other people' FROM archives.loan l
         LEFT JOIN archives.ledger e ON e.aggregate_id = l.id AND e.type = 'archives.loan-approved.v1' AND e.actor_id <> l.borrower_id AND e.actor_for IS DISTINCT FROM l.borrower_id
         WHERE l.state IN ('handed-over', 'recalled', 'returned', 'opened') GROUP BY l.number HAVING count(e.*) <> 1`,
      ),
  },
  {
    id: 'W4.3',
    title: 'no loan goes beyond its extension',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'loan ' || l.number || ' counts ' || l.extensions || ' extensions, and was extended ' || count(e.*) || ' times' FROM archives.loan l
         LEFT JOIN archives.ledger e ON e.aggregate_id = l.id AND e.type = 'archives.loan-extended.v1' GROUP BY l.id HAVING count(e.*) <> l.extensions OR count(e.*) > 1
         UNION ALL
         SELECT 'loan ' || l.number || ' is due at another time than was last announced' FROM archives.loan l
         CROSS JOIN LATERAL (SELECT data ->> 'dueAt' AS due_at FROM archives.ledger WHERE aggregate_id = l.id AND data ? 'dueAt' AND NOT data ? 'deadlineId'
           ORDER BY aggregate_version DESC LIMIT 1) e WHERE l.due_at <> e.due_at::timestamptz
         UNION ALL
         SELECT 'loan ' || l.number || ' is open, and its time was over at ' || l.due_at FROM archives.loan l
         WHERE l.state = 'opened' AND NOT EXISTS (SELECT 1 FROM archives.timer t WHERE t.aggregate_id = l.id AND t.status = 'set' AND t.due_at = l.due_at)`,
      ),
  },
  {
    id: 'W4.3',
    title: 'copies of a record are counted without a gap, each was approved, and the access log has all of them',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'record ' || r.archive_number || ' has ' || count(m.n) || ' copies up to ' || max(m.n) FROM archives.record r
         JOIN archives.record_copy_made m ON m.record_id = r.id GROUP BY r.id HAVING count(m.n) <> max(m.n)
         UNION ALL
         SELECT 'copies ' || c.number || ' are ' || c.copies || ', and ' || count(m.n) || ' were counted' FROM archives.record_copy c
         LEFT JOIN archives.record_copy_made m ON m.copying_id = c.id AND m.record_id = c.record_id AND m.n >= c.first_copy
         GROUP BY c.id HAVING count(m.n) <> CASE WHEN c.state IN ('made', 'handed-over') THEN c.copies ELSE 0 END
         UNION ALL
         SELECT 'copies ' || c.number || ' were approved by ' || count(e.*) || ' other people' FROM archives.record_copy c
         LEFT JOIN archives.ledger e ON e.aggregate_id = c.id AND e.type = 'archives.copy-approved.v1' AND e.actor_id <> c.asked_by AND e.actor_for IS DISTINCT FROM c.asked_by
         WHERE c.first_copy IS NOT NULL GROUP BY c.number HAVING count(e.*) <> 1
         UNION ALL
         SELECT 'copies ' || c.number || ' are in the access log ' || count(a.*) || ' times' FROM archives.record_copy c
         LEFT JOIN archives.audit a ON a.object_id = c.record_id::text AND a.operation = 'archives.makeCopy' AND a.details ->> 'copying' = c.number AND (a.details ->> 'first')::int = c.first_copy
         WHERE c.first_copy IS NOT NULL GROUP BY c.number HAVING count(a.*) <> 1`,
      ),
  },
  {
    id: 'W4.3',
    title: 'what was handed over, opened or brought back is in the access log, and what an inspection found on the record',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'loan ' || l.number || ' went out, and the access log does not say so' FROM archives.loan l WHERE l.handed_over_at IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM archives.audit a WHERE a.object_id = l.record_id::text AND a.operation IN ('archives.handOverLoan', 'archives.openLoan') AND a.details ->> 'loan' = l.number)
         UNION ALL
         SELECT 'loan ' || l.number || ' came back, and is in the access log ' || count(a.*) || ' times' FROM archives.loan l LEFT JOIN archives.audit a ON a.object_id = l.record_id::text
           AND a.operation = 'archives.bringBackLoan' AND a.details ->> 'loan' = l.number WHERE l.state = 'returned' GROUP BY l.id HAVING count(a.*) <> 1
         UNION ALL
         SELECT 'loan ' || l.number || ' has a finding that its record does not say' FROM archives.loan l WHERE l.finding IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM archives.record_remark m WHERE m.loan_id = l.id AND m.record_id = l.record_id AND m.remark = l.finding)`,
      ),
  },
  {
    id: 'G4',
    title: 'the clock of a paper runs while it is out',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'archives: the clock of ' || d.promise || ' in episode ' || d.episode || ' of ' || l.number || ' is ' || d.state || ', and the loan ' || l.state || ' in episode ' || l.episode
         FROM archives.deadline d JOIN archives.loan l ON l.id = d.aggregate_id
         WHERE d.state = 'running' AND (l.state NOT IN ('handed-over', 'recalled') OR d.episode <> l.episode)
         UNION ALL
         SELECT 'archives: no clock runs on ' || l.number || ', which is ' || l.state FROM archives.loan l
         WHERE l.state IN ('handed-over', 'recalled') AND NOT EXISTS (SELECT 1 FROM archives.deadline d WHERE d.aggregate_id = l.id AND d.promise = 'bring-back' AND d.state = 'running')`,
      ),
  },
];
