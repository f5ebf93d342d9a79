import { violations, type Check } from './check';

/** The last word on each difference that stands. */
const lastWord = `
  SELECT f.*, e.n, e.correct_shelf, e.explained_by, c.approved FROM archives.stocktake_difference f
  LEFT JOIN LATERAL (SELECT * FROM archives.stocktake_explanation WHERE difference_id = f.id ORDER BY n DESC LIMIT 1) e ON true
  LEFT JOIN archives.stocktake_decision c ON c.difference_id = f.id AND c.n = e.n WHERE f.stands`;

/** What W4.4 promises of stocktakes, read off the data. */
export const stocktakeChecks: readonly Check[] = [
  {
    id: 'W4.4',
    title: 'a stocktake closes once another person has approved what was said of each difference',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'stocktake ' || t.number || ' is closed, and ' || count(*) || ' of its differences are not approved' FROM archives.stocktake t JOIN (${lastWord}) f ON f.stocktake_id = t.id
         WHERE t.state = 'closed' AND f.approved IS NOT TRUE GROUP BY t.number
         UNION ALL
         SELECT 'stocktake ' || t.number || ' has an explanation that was decided on by who gave it' FROM archives.stocktake t JOIN archives.stocktake_difference f ON f.stocktake_id = t.id
         JOIN archives.stocktake_explanation e ON e.difference_id = f.id JOIN archives.stocktake_decision c ON c.difference_id = f.id AND c.n = e.n
         WHERE c.decided_by IN (e.explained_by, e.explained_for) OR c.decided_for IN (e.explained_by, e.explained_for) OR c.explained_by <> e.explained_by`,
      ),
  },
  {
    id: 'W4.4',
    title: 'nothing that was expected is passed over: each record was seen, was out, left, or is missing',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'stocktake ' || t.number || ' says nothing of record ' || r.archive_number FROM archives.stocktake t JOIN archives.stocktake_item i ON i.stocktake_id = t.id
         JOIN archives.record r ON r.id = i.record_id WHERE t.state IN ('counted', 'closed')
           AND NOT EXISTS (SELECT 1 FROM archives.stocktake_scan c WHERE c.stocktake_id = t.id AND c.record_id = r.id)
           AND NOT EXISTS (SELECT 1 FROM archives.stocktake_difference f WHERE f.stocktake_id = t.id AND f.record_id = r.id AND f.kind = 'missing' AND f.stands)
           AND NOT EXISTS (SELECT 1 FROM archives.loan l WHERE l.record_id = r.id AND l.form = 'paper' AND l.handed_over_at IS NOT NULL AND (l.over_at IS NULL OR l.changed_at > t.counted_at))
           AND NOT (t.shelf IS NOT NULL AND coalesce((SELECT p.shelf FROM archives.record_shelf p WHERE p.record_id = r.id AND p.recorded_at > t.recorded_at AND p.recorded_at <= t.counted_at
             ORDER BY p.n DESC LIMIT 1), t.shelf) <> t.shelf)
           AND NOT EXISTS (SELECT 1 FROM archives.record_destruction x WHERE x.record_id = r.id)
           AND NOT EXISTS (SELECT 1 FROM archives.handed_over x WHERE x.item_id = r.id)
         UNION ALL
         SELECT 'stocktake ' || t.number || ' says nothing of the number ' || c.code FROM archives.stocktake t JOIN archives.stocktake_scan c ON c.stocktake_id = t.id AND c.record_id IS NULL
         WHERE t.state IN ('counted', 'closed') AND NOT EXISTS (SELECT 1 FROM archives.stocktake_difference f WHERE f.stocktake_id = t.id AND f.code = c.code AND f.stands)
         UNION ALL
         SELECT 'stocktake ' || t.number || ' has ' || count(f.id) || ' differences, and announced ' || l.announced FROM archives.stocktake t
         CROSS JOIN LATERAL (SELECT (data ->> 'differences')::int AS announced FROM archives.ledger WHERE aggregate_id = t.id AND type = 'archives.stocktake-counted.v1' ORDER BY aggregate_version DESC LIMIT 1) l
         LEFT JOIN archives.stocktake_difference f ON f.stocktake_id = t.id AND f.stands
         WHERE t.state IN ('counted', 'closed') GROUP BY t.number, l.announced HAVING count(f.id) <> l.announced`,
      ),
  },
  {
    id: 'W4.4',
    title: 'a stocktake corrects shelves by rows of their own, as was approved and when it is closed',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'record ' || r.archive_number || ' was moved to ' || p.shelf || ' by stocktake ' || t.number || ', which nobody approved' FROM archives.record_shelf p
         JOIN archives.stocktake t ON t.id = p.stocktake_id JOIN archives.record r ON r.id = p.record_id
         WHERE t.state <> 'closed' OR NOT EXISTS (SELECT 1 FROM (${lastWord}) f WHERE f.stocktake_id = t.id AND f.record_id = r.id AND f.seen_shelf = p.shelf AND f.approved AND f.correct_shelf)
         UNION ALL
         SELECT 'stocktake ' || t.number || ' moved ' || count(p.n) || ' records, and announced ' || jsonb_array_length(l.data -> 'movedRecordIds') FROM archives.stocktake t
         JOIN archives.ledger l ON l.aggregate_id = t.id AND l.type = 'archives.stocktake-closed.v1' LEFT JOIN archives.record_shelf p ON p.stocktake_id = t.id
         GROUP BY t.number, l.data HAVING count(p.n) <> jsonb_array_length(l.data -> 'movedRecordIds')`,
      ),
  },
  {
    id: 'G4',
    title: 'the clock of a stocktake runs until it is closed or withdrawn',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'archives: the clock of ' || d.promise || ' of stocktake ' || t.number || ' runs, and it is ' || t.state FROM archives.deadline d
         JOIN archives.stocktake t ON t.id = d.aggregate_id WHERE d.state = 'running' AND t.state IN ('closed', 'withdrawn')
         UNION ALL
         SELECT 'archives: no clock runs on stocktake ' || t.number || ', which is ' || t.state FROM archives.stocktake t
         WHERE t.state IN ('open', 'counted') AND NOT EXISTS (SELECT 1 FROM archives.deadline d WHERE d.aggregate_id = t.id AND d.promise = 'finish-stocktake' AND d.state = 'running')`,
      ),
  },
];
