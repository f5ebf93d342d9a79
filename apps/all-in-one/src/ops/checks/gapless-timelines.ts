import { allLedgers, violations, type Check } from './check';

/** Whatever happens to a request, to its work orders and to its follow-ups. A crew's feed tells of orders once more. */
const belonging = `
  SELECT event_id, type, aggregate_version, aggregate_id AS request FROM tickets.ledger WHERE aggregate_type = 'repair-request'
  UNION ALL SELECT event_id, type, aggregate_version, (data ->> 'repairRequestId')::uuid FROM dispatch.ledger WHERE aggregate_type = 'work-order'
  UNION ALL SELECT event_id, type, aggregate_version, (data ->> 'repairRequestId')::uuid FROM followups.ledger
            WHERE aggregate_type = 'follow-up' AND data ->> 'repairRequestId' IS NOT NULL`;

export const gaplessTimelines: readonly Check[] = [
  {
    id: 'I4',
    title: 'timelines are gapless',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'timeline of ' || repair_request_id || ': ' || aggregate_type || ' ' || aggregate_id || ' has ' || count(*) || ' entries up to version ' || max(aggregate_version)
         FROM tracking.timeline_entry GROUP BY repair_request_id, aggregate_type, aggregate_id HAVING count(*) <> max(aggregate_version)`,
      ),
  },
  {
    id: 'I4',
    title: 'timelines hold every event of their request, its work orders and its follow-ups',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'timeline of ' || l.request || ' lacks ' || l.type || ' ' || l.event_id || ' (version ' || l.aggregate_version || ')'
         FROM (${belonging}) l JOIN tracking.timeline t ON t.repair_request_id = l.request
         WHERE NOT EXISTS (SELECT 1 FROM tracking.timeline_entry e WHERE e.event_id = l.event_id)`,
      ),
  },
  {
    id: 'I4',
    title: 'timelines say what the ledgers say',
    run: (context) =>
      violations(
        context.database,
        `SELECT 'timeline entry ' || e.event_id || ' (' || e.type || ') ' || CASE WHEN l.event_id IS NULL THEN 'stands in no ledger' ELSE 'differs from its ledger' END
         FROM tracking.timeline_entry e
         LEFT JOIN (${allLedgers(context, 'event_id, aggregate_version, type, happened_at, actor_id')}) l USING (event_id)
         WHERE l.event_id IS NULL
            OR (e.aggregate_version, e.type, e.happened_at, e.actor_id) IS DISTINCT FROM (l.aggregate_version, l.type, l.happened_at, l.actor_id)`,
      ),
  },
];
