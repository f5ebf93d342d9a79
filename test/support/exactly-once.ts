import { waitFor } from '@property-office/testing';
import type { LoadReport } from './load';
import type { Resting } from './rest';

interface Made {
  id: string;
  comments: number;
  timelines: number;
  entries: number;
  orders: number;
  follow_ups: number;
}

/**
 * What the clients of a load were told is what there is: each request they were given exists once, with one timeline that
 * has each of its entries, one first work order and one follow-up; nothing exists that no client was told of.
 */
export async function expectExactlyOnce(office: Pick<Resting, 'query'>, { marker, acknowledged }: LoadReport): Promise<void> {
  await waitFor(async () => (await missing(office, marker)).length === 0, {
    what: 'the effects of every request',
    timeoutMs: 60_000,
    intervalMs: 250,
  });
  const made = await read(office, marker);
  expect(made.map(({ id }) => id).sort()).toEqual([...acknowledged.keys()].sort());
  expect(Object.fromEntries(made.map(({ id, comments }) => [id, comments]))).toEqual(
    Object.fromEntries(acknowledged),
  );
  const effects = new Set(
    made.map(({ timelines, orders, follow_ups }) => `${timelines} ${orders} ${follow_ups}`),
  );
  expect(effects).toEqual(new Set(['1 1 1']));
  expect(made.filter(({ comments, entries }) => entries !== 1 + comments)).toEqual([]);
}

const missing = async (office: Pick<Resting, 'query'>, marker: string): Promise<Made[]> =>
  (await read(office, marker)).filter(
    ({ timelines, orders, follow_ups, comments, entries }) =>
      timelines * orders * follow_ups === 0 || entries < 1 + comments,
  );

function read(office: Pick<Resting, 'query'>, marker: string): Promise<Made[]> {
  const kinds = `('tickets.repair-requested.v1', 'tickets.repair-commented.v1')`;
  return office.query<Made>(
    `SELECT r.id,
       (SELECT count(*)::int FROM tickets.ledger l WHERE l.aggregate_id = r.id AND type = 'tickets.repair-commented.v1') AS comments,
       (SELECT count(*)::int FROM tracking.timeline t WHERE t.repair_request_id = r.id) AS timelines,
       (SELECT count(*)::int FROM tracking.timeline_entry e WHERE e.repair_request_id = r.id AND type IN ${kinds}) AS entries,
       (SELECT count(*)::int FROM dispatch.work_order o WHERE o.repair_request_id = r.id) AS orders,
       (SELECT count(*)::int FROM followups.follow_up f WHERE f.repair_request_id = r.id) AS follow_ups
     FROM tickets.repair_request r WHERE r.description = $1`,
    [marker],
  );
}
