import type { AuditSealer, AuditWatch } from '@property-office/audit';
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

/**
 * The measurements of events.md that stand in PostgreSQL, in the relay and in the pools, read when somebody scrapes.
 * @param producers services that announce something: nobody leads where there is nothing to publish
 */
export function bindMetrics(metrics: Metrics, runtimes: readonly ServiceRuntime[], nats: Pick<NatsConnectionProvider, 'state'>, producers: ReadonlySet<string>): void {
  metrics.gauge('nats_connected', {}, () => Number(nats.state().status === 'connected'));
  for (const { service, database, relay, feedRelay, timers, catchUps } of runtimes) {
    const labels = { service };
    metrics.gauge('database_reachable', labels, () => database.query('SELECT 1').then(() => 1, () => 0));
    const standing = keptFor(keptForMs, async () => (await database.query<Standing>(standingQuery))[0]!);
    metrics.gauge('outbox_backlog', labels, async () => (await standing()).backlog);
    metrics.gauge('outbox_oldest_seconds', labels, async () => (await standing()).oldest_seconds ?? 0);
    metrics.gauge('parked_events', labels, async () => (await standing()).parked);
    metrics.gauge('failing_events', labels, async () => (await standing()).failing);
    metrics.gauge('rebuild_epoch', labels, async () => (await standing()).epoch);
    for (const name of deadLetterClasses) {
      metrics.gauge('dead_letters', { ...labels, class: name }, async () => (await standing()).dead[name] ?? 0);
    }
    for (const { counters, streamName: stream } of producers.has(service) ? [relay, feedRelay].filter((each) => each !== undefined) : []) {
      const of = { ...labels, stream };
      metrics.gauge('relay_leader', of, () => Number(counters.leading));
      metrics.gauge('relay_published', of, () => counters.published);
      metrics.gauge('relay_duplicates', of, () => counters.duplicates);
      metrics.gauge('relay_errors', of, () => counters.errors);
    }
    metrics.gauge('timer_lateness_seconds', labels, () => timers.lateness());
    metrics.gauge('catch_up_rows_left', labels, () => catchUps.left);
    metrics.gauge('clock_skew_seconds', labels, async () => skewOf(await database.query(readClock)));
    for (const state of ['total', 'idle', 'waiting'] as const) {
      metrics.gauge('database_connections', { ...labels, state }, () => database.poolState()[state]);
    }
  }
}

/** Whether the audit trail of a service is whole, and sealed in time. */
export function bindAuditMetrics(metrics: Metrics, service: string, sealer: Pick<AuditSealer, 'lateness'>, watch: Pick<AuditWatch, 'faults'>): void {
  metrics.gauge('audit_unsealed_seconds', { service }, () => sealer.lateness());
  metrics.gauge('audit_faults', { service }, () => watch.faults);
}

const readClock = 'SELECT extract(epoch FROM clock_timestamp())::float8 AS clock';

/** The answer is on its way for some milliseconds: skews that matter to leases and tokens are seconds. */
function skewOf([row]: { clock?: number }[]): number {
  return Date.now() / 1000 - row!.clock!;
}
