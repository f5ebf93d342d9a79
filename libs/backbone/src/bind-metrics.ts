import type { NatsConnectionProvider } from '@property-office/messaging';
import type { Metrics } from '@property-office/service-kit';
import { keptFor } from './kept-for';
import type { ServiceRuntime } from './service-runtime';

const keptForMs = 5_000;
const deadLetterClasses = ['contract', 'business', 'exhausted'] as const;

interface Standing {
  backlog: number;
  oldest_seconds: number;
  parked: number;
  failing: number;
  epoch: number;
  dead: Partial<Record<string, number>>;
}

/** All that is asked of one schema in one query; the oldest pending event is the first of its index. */
const standingQuery = `
  SELECT (SELECT count(*)::int FROM outbox_pending) AS backlog,
         (SELECT coalesce(extract(epoch FROM platform.now() - recorded_at), 0)::float8
          FROM ledger WHERE event_id = (SELECT event_id FROM outbox_pending ORDER BY seq LIMIT 1)) AS oldest_seconds,
         (SELECT count(*)::int FROM parked) AS parked,
         (SELECT count(*)::int FROM attempt) AS failing,
         (SELECT coalesce(max(epoch), 0) FROM stream_state) AS epoch,
         (SELECT coalesce(jsonb_object_agg(class, n), '{}') FROM
           (SELECT class, count(*) AS n FROM dead_letter WHERE state = 'waiting' GROUP BY class) AS dead) AS dead`;

/** The measurements of events.md that stand in PostgreSQL, in the relay and in the pools, read when somebody scrapes. */
export function bindMetrics(metrics: Metrics, runtimes: readonly ServiceRuntime[], nats: NatsConnectionProvider): void {
  metrics.gauge('nats_connected', 'Whether the connection to NATS stands', {}, () => Number(nats.state().status === 'connected'));
  for (const { service, database, relay, feedRelay, timers } of runtimes) {
    const labels = { service };
    const standing = keptFor(keptForMs, async () => (await database.query<Standing>(standingQuery))[0]!);
    metrics.gauge('outbox_backlog', 'Events committed and not yet published', labels, async () => (await standing()).backlog);
    metrics.gauge('outbox_oldest_seconds', 'Age of the oldest event not yet published', labels, async () => (await standing()).oldest_seconds ?? 0);
    metrics.gauge('parked_events', 'Events waiting for a predecessor', labels, async () => (await standing()).parked);
    metrics.gauge('failing_events', 'Events a reaction has tried in vain and will try again', labels, async () => (await standing()).failing);
    metrics.gauge('rebuild_epoch', 'Epoch of the stream', labels, async () => (await standing()).epoch);
    for (const name of deadLetterClasses) {
      metrics.gauge('dead_letters', 'Events that could not be applied, waiting for a decision', { ...labels, class: name }, async () => (await standing()).dead[name] ?? 0);
    }
    for (const { counters, streamName: stream } of [relay, feedRelay].filter((each) => each !== undefined)) {
      const of = { ...labels, stream };
      metrics.gauge('relay_leader', 'Whether this process publishes for the service', of, () => Number(counters.leading));
      metrics.gauge('relay_published', 'Events published since the start', of, () => counters.published);
      metrics.gauge('relay_duplicates', 'Publications the broker had already', of, () => counters.duplicates);
      metrics.gauge('relay_errors', 'Publications that failed', of, () => counters.errors);
    }
    metrics.gauge('timer_lateness_seconds', 'How late the oldest due timer is', labels, () => timers.lateness());
    metrics.gauge('clock_skew_seconds', 'By how much the clock of this process is ahead of the database’s', labels, async () => skewOf(await database.query(readClock)));
    for (const state of ['total', 'idle', 'waiting'] as const) {
      metrics.gauge('database_connections', 'Connections of the pool', { ...labels, state }, () => database.poolState()[state]);
    }
  }
}

const readClock = 'SELECT extract(epoch FROM clock_timestamp())::float8 AS clock';

/** The answer is on its way for some milliseconds: skews that matter to leases and tokens are seconds. */
function skewOf([row]: { clock?: number }[]): number {
  return Date.now() / 1000 - row!.clock!;
}
