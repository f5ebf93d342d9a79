import { violations, type Check } from './check';

/** Closing an account ends what its person was by then (G6): as what they are asked, told and shown things elsewhere. */
export const leavers: Check = {
  id: 'G6',
  title: 'nobody who has left holds a role they had when they left',
  run: ({ database }) =>
    violations(
      database,
      `SELECT 'person ' || g.person_id || ' has left and is ' || g.role || CASE WHEN g.site_id IS NULL THEN ' of the company' ELSE ' of site ' || g.site_id END
       FROM directory.role_grant g JOIN directory.ledger l ON l.aggregate_id = g.id AND l.aggregate_version = 1
       WHERE (g.ends_at IS NULL OR g.ends_at > greatest(g.starts_at, platform.now()))
         AND l.happened_at <= (SELECT max(a.closed_at) FROM directory.account a WHERE a.person_id = g.person_id HAVING bool_and(a.closed_at IS NOT NULL))`,
    ),
};
