import { violations, type Check } from './check';

/** The answer of each command is stored with what it did: what was acknowledged can be compared with what is there. */
export const acknowledgedRequests: Check = {
  id: 'I1',
  title: 'every acknowledged request exists',
  run: ({ database }) =>
    violations(
      database,
      `SELECT 'acknowledged ' || (headers ->> 'location') || ' does not exist' FROM tickets.idempotency
       WHERE status = 201 AND headers ->> 'location' LIKE '/api/repair-requests/%'
         AND NOT EXISTS (SELECT 1 FROM tickets.repair_request r WHERE r.id::text = split_part(headers ->> 'location', '/', 4))`,
    ),
};
