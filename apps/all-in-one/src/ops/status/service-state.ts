import type { Client } from 'pg';

/** One service's schema at a glance. Ages in seconds. */
export interface ServiceState {
  service: string;
  backlog: number;
  oldest: number | null;
  /** Seconds its lease still has; negative: nobody publishes. Null where nobody leads or need lead. */
  lease: number | null;
  epoch: number | null;
  rebuilding: boolean;
  parked: number;
  deadLetters: Record<string, number>;
  timersLate: number;
  latest: number | null;
  replays: number;
}

export async function stateOfService(database: Client, service: string): Promise<ServiceState> {
  const { rows } = await database.query<Omit<ServiceState, 'service'>>(`
    SELECT
      (SELECT count(*) FROM ${service}.outbox_pending) AS backlog,
      (SELECT extract(epoch FROM platform.now() - min(l.recorded_at))::float
         FROM ${service}.outbox_pending JOIN ${service}.ledger l USING (event_id)) AS oldest,
      (SELECT extract(epoch FROM until - clock_timestamp())::float FROM ${service}.relay_leader WHERE until > '-infinity') AS lease,
      (SELECT max(epoch) FROM ${service}.stream_state) AS epoch,
      EXISTS (SELECT 1 FROM ${service}.stream_state WHERE created IS NULL OR expected IS NOT NULL) AS rebuilding,
      (SELECT count(*) FROM ${service}.parked) AS parked,
      (SELECT coalesce(json_object_agg(class, n), '{}') FROM
         (SELECT class, count(*) AS n FROM ${service}.dead_letter WHERE state = 'waiting' GROUP BY class) d) AS "deadLetters",
      (SELECT count(*) FROM ${service}.timer WHERE status = 'set' AND due_at <= platform.now()) AS "timersLate",
      (SELECT extract(epoch FROM platform.now() - min(due_at))::float FROM ${service}.timer
         WHERE status = 'set' AND due_at <= platform.now()) AS latest,
      (SELECT count(*) FROM ${service}.replay_request WHERE finished_at IS NULL) AS replays`);
  return { service, ...rows[0]! };
}
