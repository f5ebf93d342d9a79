import { violations, type Check } from './check';

export const firstEvents: Check = {
  id: 'I1',
  title: 'every request has one first event, and every first event its request',
  run: ({ database }) =>
    violations(
      database,
      `SELECT 'request ' || coalesce(r.id, l.aggregate_id) || CASE
         WHEN r.id IS NULL THEN ' was announced but does not exist'
         WHEN l.firsts IS NULL THEN ' was never announced'
         ELSE ' was announced ' || l.firsts || ' times' END
       FROM tickets.repair_request r
       FULL JOIN (SELECT aggregate_id, count(*) AS firsts FROM tickets.ledger WHERE type = 'tickets.repair-requested.v1' GROUP BY 1) l
         ON l.aggregate_id = r.id
       WHERE r.id IS NULL OR l.firsts IS DISTINCT FROM 1`,
    ),
};
