import { violations, type Check, type Violation } from './check';

/** In whose hands the orders of a request are, or were when they were finished. */
const hands = `
  SELECT repair_request_id AS request, 'crew:' || crew_id AS subject FROM dispatch.work_order WHERE crew_id IS NOT NULL
  UNION SELECT repair_request_id, 'person:' || technician_id FROM dispatch.work_order WHERE technician_id IS NOT NULL`;

/** Who has a part in a request: whoever it is for, whoever entered it, whose hands it is in. */
const parts = `
  SELECT id AS request, 'person:' || reporter_id AS subject FROM tickets.repair_request WHERE reporter_id IS NOT NULL
  UNION SELECT aggregate_id, 'person:' || actor_id FROM tickets.ledger WHERE type = 'tickets.repair-requested.v1' AND actor_id IS NOT NULL
  UNION ${hands}`;

const stillHolds = `(a.until IS NULL OR a.until > platform.now())`;

/** Rights on a request are kept by tickets, and on its timeline by tracking. */
const onRequests = (service: string): string => `
  SELECT '${service}: ' || a.subject || ' may ' || a."right" || ' request ' || r.id || ' and has no part in it'
  FROM ${service}.object_access a JOIN tickets.repair_request r ON r.id = a.object_id
  WHERE ${stillHolds} AND NOT EXISTS (SELECT 1 FROM (${parts}) p WHERE p.request = r.id AND p.subject = a.subject)`;

/** Dispatch gives them in the transaction in which an order changes hands: they are never behind. */
const onOrders = `
  SELECT 'dispatch: ' || a.subject || ' may ' || a."right" || ' the work order ' || o.id || ' of request ' || o.repair_request_id || ' and does not have it'
  FROM dispatch.object_access a JOIN dispatch.work_order o ON o.id = a.object_id
  WHERE ${stillHolds} AND (a.subject = 'crew:' || o.crew_id OR a.subject = 'person:' || o.technician_id
    OR a.subject IN (SELECT 'crew:' || offered FROM unnest(o.offered_to) offered)) IS NOT TRUE`;

/** No effect crosses people or crews of one site. */
export const rights: Check = {
  id: 'I11',
  title: 'rights on a repair and its work orders belong to whoever has a part in them',
  async run({ database }) {
    const found: Violation[] = [];
    for (const query of [onRequests('tickets'), onRequests('tracking'), onOrders]) found.push(...(await violations(database, query)));
    return found;
  },
};
