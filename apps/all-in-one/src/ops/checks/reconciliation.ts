import { violations, type Check } from './check';

/** What proposes a record, in the ledgers of its sources. Of repairs those of the kinds that do, by what had been said of them when they were closed; whether a device was under warranty, archives wrote down then. */
const proposing = `
  SELECT event_id, site_id, happened_at, recorded_at, aggregate_type, data ->> 'number' AS number FROM documents.ledger WHERE type IN ('documents.incoming-filed.v1', 'documents.outgoing-filed.v1')
  UNION ALL SELECT event_id, site_id, happened_at, recorded_at, aggregate_type, data ->> 'number' FROM complaints.ledger WHERE type = 'complaints.complaint-closed.v1'
  UNION ALL SELECT event_id, site_id, happened_at, recorded_at, aggregate_type, data ->> 'number' FROM notifications.ledger WHERE type = 'notifications.notice-released.v1'
  UNION ALL SELECT c.event_id, c.site_id, c.happened_at, c.recorded_at, c.aggregate_type, c.data ->> 'number' FROM tickets.ledger c WHERE c.type = 'tickets.repair-closed.v1' AND (
    EXISTS (SELECT 1 FROM tickets.ledger r WHERE r.aggregate_id = c.aggregate_id AND r.aggregate_version < c.aggregate_version AND r.type = 'tickets.repair-reopened.v1')
    OR (SELECT coalesce(l.data ->> 'repairClass', l.data -> 'to' ->> 'repairClass') FROM tickets.ledger l WHERE l.aggregate_id = c.aggregate_id AND l.aggregate_version < c.aggregate_version
          AND l.type IN ('tickets.repair-requested.v1', 'tickets.repair-corrected.v1', 'tickets.act-taken-back.v1', 'tickets.repair-reopened.v1')
          AND coalesce(l.data ->> 'repairClass', l.data -> 'to' ->> 'repairClass') IS NOT NULL ORDER BY l.aggregate_version DESC LIMIT 1) IN ('P0', 'P1')
    OR EXISTS (SELECT 1 FROM archives.followed_repair w WHERE w.id = c.aggregate_id AND w.proposed_by_warranty))`;

/** Where a month says what its sources have of it, a reason of the same standing settles what is missing, open or unknown. */
const explained = (standing: string): string =>
  `EXISTS (SELECT 1 FROM archives.month_reason r WHERE r.month_id = m.id AND r.event_id = e.event_id AND r.standing = '${standing}')`;

/** Reconciliation complete (W4.5): read off the ledgers of the sources themselves, not off what archives were told. */
export const reconciliationChecks: readonly Check[] = [
  {
    id: 'W4.5',
    title: 'reconciliation complete: months follow each other without a gap, each that was counted has its register of repairs',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'site ' || site_id || ' has ' || count(*) || ' months from ' || min(month) || ' to ' || max(month) FROM archives.archive_month GROUP BY site_id
         HAVING count(*) <> (extract(year FROM age(max(to_date(month || '-01', 'YYYY-MM-DD')), min(to_date(month || '-01', 'YYYY-MM-DD')))) * 12
           + extract(month FROM age(max(to_date(month || '-01', 'YYYY-MM-DD')), min(to_date(month || '-01', 'YYYY-MM-DD')))) + 1)
         UNION ALL
         SELECT 'month ' || m.month || ' of site ' || m.site_id || ' has ' || count(p.id) || ' proposals of its register of repairs' FROM archives.archive_month m
         LEFT JOIN archives.repair_register g ON g.month_id = m.id LEFT JOIN archives.record_proposal p ON p.source_id = g.id AND p.source_event_id = g.event_id AND p.pages = g.pages AND p.dated_at < m.to_at
         WHERE m.state <> 'reconciling' GROUP BY m.id HAVING count(p.id) <> 1`,
      ),
  },
  {
    id: 'W4.5',
    title: 'reconciliation complete: of a closed month nothing is missing or open without a reason',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'closed month ' || m.month || ': the ' || e.aggregate_type || ' ' || e.number || CASE WHEN p.id IS NULL THEN ' was never proposed' ELSE ' still waits' END FROM archives.archive_month m
         JOIN (${proposing}) e ON e.site_id = m.site_id AND e.happened_at >= m.from_at AND e.happened_at < m.to_at AND e.recorded_at <= m.told_at
         LEFT JOIN archives.record_proposal p ON p.source_event_id = e.event_id
         WHERE m.state = 'closed' AND ((p.id IS NULL AND NOT ${explained('missing')}) OR (p.state = 'proposed' AND NOT ${explained('open')}))`,
      ),
  },
  {
    id: 'W4.5',
    title: 'reconciliation complete: what a repair is proposed for is in the ledger of tickets, and the other way round',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'the repair-request ' || e.number || ' was proposed ' || count(p.id) || ' times' FROM (${proposing}) e LEFT JOIN archives.record_proposal p ON p.source_event_id = e.event_id
         WHERE e.aggregate_type = 'repair-request' GROUP BY e.event_id, e.number HAVING count(p.id) <> 1
         UNION ALL
         SELECT 'the repair-request ' || p.source_number || ' was proposed, and is not of a kind that is' FROM archives.record_proposal p
         WHERE p.source_type = 'repair-request' AND NOT EXISTS (SELECT 1 FROM (${proposing}) e WHERE e.event_id = p.source_event_id)`,
      ),
  },
  {
    id: 'W4.5',
    title: 'a register of repairs holds what was done, once, and says how much as it was announced',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'line ' || l.n || ' of the register of ' || g.month || ' says ' || l.number || ', which tickets did not say was done' FROM archives.repair_register_line l
         JOIN archives.repair_register g ON g.id = l.register_id
         WHERE NOT EXISTS (SELECT 1 FROM tickets.ledger t WHERE t.event_id = l.event_id AND t.type = 'tickets.repair-resolved.v1' AND t.data ->> 'number' = l.number AND t.site_id = g.site_id)
         UNION ALL
         SELECT 'the register of ' || g.month || ' has ' || count(l.n) || ' lines, and was announced with ' || coalesce(max((a.data ->> 'repairs')::int)::text, 'none') FROM archives.repair_register g
         LEFT JOIN archives.repair_register_line l ON l.register_id = g.id LEFT JOIN archives.ledger a ON a.event_id = g.event_id AND a.aggregate_id = g.id
         GROUP BY g.id HAVING count(l.n) IS DISTINCT FROM max((a.data ->> 'repairs')::int)`,
      ),
  },
  {
    id: 'G4',
    title: 'the clock of a month runs from its end until it agrees, and while it does not',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'archives: the clock of ' || d.promise || ' in episode ' || d.episode || ' of ' || m.month || ' is ' || d.state || ', and the month ' || m.state || ' in episode ' || m.episode
         FROM archives.deadline d JOIN archives.archive_month m ON m.id = d.aggregate_id WHERE d.state = 'running' AND (m.state NOT IN ('reconciling', 'differing', 'reopened') OR d.episode <> m.episode)
         UNION ALL
         SELECT 'archives: no clock runs on ' || m.month || ', which is ' || m.state FROM archives.archive_month m
         WHERE m.state IN ('reconciling', 'differing', 'reopened') AND NOT EXISTS (SELECT 1 FROM archives.deadline d WHERE d.aggregate_id = m.id AND d.promise = 'reconcile' AND d.state = 'running')`,
      ),
  },
];
