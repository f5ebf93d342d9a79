import { allLedgers, violations, type Check, type CheckContext, type Violation } from './check';

/**
 * Acts on one thing happened in the order in which they are recorded. What follows from a fact that another service had
 * recorded says who did that and when, and may cross with acts on its way (events.md, Facts that cross). A crew's feed
 * tells of many orders, each of them in its own order. What a clock says is no act that others follow: what happened
 * before a level of escalation may be entered after it (G2). Nor do slips follow but the release: they are left while the notice
 * is read out again or expires.
 */
export const actsInOrder: Check = {
  id: 'I4',
  title: 'no act happened before what it follows, nor after it was recorded',
  async run(context) {
    const found: Violation[] = [];
    for (const service of context.producers)
      found.push(...(await violations(context.database, outOfOrder(context, service))));
    return found;
  },
};

function outOfOrder(context: CheckContext, service: string): string {
  const others = { ...context, producers: context.producers.filter((producer) => producer !== service) };
  const broken = (why: string): string =>
    `'${service}: event ' || event_id || ' (' || type || ') happened at ' || happened_at || ', ${why}'`;
  // What is early is few: found first, so that the other ledgers are read once and not for every event.
  return `WITH early AS MATERIALIZED (
      SELECT * FROM (SELECT *, lag(happened_at) OVER (PARTITION BY aggregate_id ORDER BY aggregate_version) AS previous FROM ${service}.ledger
        WHERE type NOT LIKE '%-escalated.v_' AND type NOT LIKE '%-shown-on-time.v_' AND type NOT LIKE '%.notice-slips-left.v_') l
      WHERE happened_at < previous AND actor_role <> 'system' AND aggregate_type <> 'crew-feed')
    SELECT ${broken('before its predecessor')} FROM early
    WHERE NOT EXISTS (SELECT 1 FROM (${allLedgers(others, 'happened_at, recorded_at, actor_id')}) o
                      WHERE o.happened_at = early.happened_at AND o.actor_id = early.actor_id AND o.recorded_at <= early.recorded_at)
    UNION ALL
    SELECT ${broken('after it was recorded')} FROM ${service}.ledger WHERE happened_at > recorded_at + interval '1 minute'`;
}
