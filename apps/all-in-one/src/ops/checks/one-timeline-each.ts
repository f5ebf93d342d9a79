import { violations, type Check } from './check';

export const oneTimelineEach: Check = {
  id: 'I3',
  title: 'every accepted request has exactly one timeline',
  run: ({ database }) =>
    violations(
      database,
      `SELECT 'request ' || coalesce(r.id, t.repair_request_id) || CASE
         WHEN r.id IS NULL THEN ' has a timeline but does not exist'
         WHEN t.n IS NULL THEN ' has no timeline'
         ELSE ' has ' || t.n || ' timelines' END
       FROM tickets.repair_request r
       FULL JOIN (SELECT repair_request_id, count(*) AS n FROM tracking.timeline GROUP BY 1) t ON t.repair_request_id = r.id
       WHERE r.id IS NULL OR t.n IS DISTINCT FROM 1`,
    ),
};
