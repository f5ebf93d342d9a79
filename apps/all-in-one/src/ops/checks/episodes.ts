import { violations, type Check } from './check';

/** What each reporting and each reopening begins. */
const episodes = `SELECT aggregate_id AS request, (data ->> 'episode')::int AS episode FROM tickets.ledger
  WHERE type IN ('tickets.repair-requested.v1', 'tickets.repair-reopened.v1')`;

const orders = `SELECT repair_request_id AS request, episode, count(*) FILTER (WHERE first) AS n FROM dispatch.work_order GROUP BY 1, 2`;
const followUps = `SELECT repair_request_id AS request, episode, count(*) AS n FROM followups.follow_up WHERE repair_request_id IS NOT NULL GROUP BY 1, 2`;

/** Every episode has exactly one of what each of two services makes for it, in whatever state it is by now. */
export const oneOfEachEpisode: readonly Check[] = [
  {
    id: 'I3',
    title: 'every episode has exactly one first work order, and no work order is without an episode',
    run: ({ database }) => violations(database, notOneEach('first work orders', orders)),
  },
  {
    id: 'I3',
    title: 'every episode has exactly one follow-up, and no follow-up is without an episode',
    run: ({ database }) => violations(database, notOneEach('follow-ups', followUps)),
  },
];

function notOneEach(what: string, made: string): string {
  return `SELECT 'episode ' || episode || ' of request ' || request || CASE
      WHEN e.request IS NULL THEN ' does not exist, and has ' ELSE ' has ' END || coalesce(m.n, 0) || ' ${what}'
    FROM (SELECT DISTINCT * FROM (${episodes}) all_of_them) e FULL JOIN (${made}) m USING (request, episode)
    WHERE e.request IS NULL OR m.n IS DISTINCT FROM 1`;
}
