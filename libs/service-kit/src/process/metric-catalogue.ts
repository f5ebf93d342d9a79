interface Measured {
  type: 'gauge' | 'counter' | 'histogram';
  help: string;
  labels: readonly string[];
}

/** Everything that processes measure besides what prom-client does by itself: alerts and dashboards ask for nothing else. */
export const metricCatalogue = {
  http_request_seconds: { type: 'histogram', help: 'Time to answer an HTTP request', labels: ['method', 'route', 'status'] },
  memory_limit_bytes: { type: 'gauge', help: 'Memory this process may have: of its container, or of the machine', labels: [] },
  door_refusals_total: { type: 'counter', help: 'Requests the door did not let in', labels: ['status'] },
  door_open_streams: { type: 'gauge', help: 'Event streams that are open', labels: [] },
  door_breakages_total: { type: 'counter', help: 'Exchanges with a service that broke', labels: ['owner', 'kind'] },
  nats_connected: { type: 'gauge', help: 'Whether the connection to NATS stands', labels: [] },
  database_reachable: { type: 'gauge', help: 'Whether the database of the service answers this process', labels: ['service'] },
  database_connections: { type: 'gauge', help: 'Connections of the pool', labels: ['service', 'state'] },
  outbox_backlog: { type: 'gauge', help: 'Events committed and not yet published', labels: ['service'] },
  outbox_oldest_seconds: { type: 'gauge', help: 'Age of the oldest event not yet published', labels: ['service'] },
  relay_leader: { type: 'gauge', help: 'Whether this process publishes for the service', labels: ['service', 'stream'] },
  relay_published: { type: 'gauge', help: 'Events published since the start', labels: ['service', 'stream'] },
  relay_duplicates: { type: 'gauge', help: 'Publications the broker had already', labels: ['service', 'stream'] },
  relay_errors: { type: 'gauge', help: 'Publications that failed', labels: ['service', 'stream'] },
  rebuild_epoch: { type: 'gauge', help: 'Epoch of the stream', labels: ['service'] },
  reaction_pending: { type: 'gauge', help: 'Events not yet delivered to a reaction, or not yet settled by it', labels: ['durable'] },
  reaction_loops: { type: 'gauge', help: 'Loops of reactions by state', labels: ['state'] },
  reaction_handler_seconds: { type: 'histogram', help: 'Time of one run of a handler', labels: ['durable', 'ok'] },
  reaction_settled_total: { type: 'counter', help: 'Deliveries by what came of them', labels: ['durable', 'outcome'] },
  reaction_redelivered_total: { type: 'counter', help: 'Deliveries that were not the first', labels: ['durable'] },
  inbox_duplicates_total: { type: 'counter', help: 'Events that were received before, and absorbed', labels: ['durable'] },
  failing_events: { type: 'gauge', help: 'Events a reaction has tried in vain and will try again', labels: ['service'] },
  dead_letters: { type: 'gauge', help: 'Events that could not be applied, waiting for a decision', labels: ['service', 'class'] },
  parked_events: { type: 'gauge', help: 'Events waiting for a predecessor', labels: ['service'] },
  timer_lateness_seconds: { type: 'gauge', help: 'How late the oldest due timer is', labels: ['service'] },
  catch_up_rows_left: { type: 'gauge', help: 'Rows of the version before that could not be made good, and stay as they were', labels: ['service'] },
  clock_skew_seconds: { type: 'gauge', help: 'By how much the clock of this process is ahead of the database’s', labels: ['service'] },
  audit_unsealed_seconds: { type: 'gauge', help: 'Age of the oldest act that is not in the chain of the audit trail yet', labels: ['service'] },
  audit_faults: { type: 'gauge', help: 'Places where the audit trail is not what it was, as last verified', labels: ['service'] },
  deliveries_total: { type: 'counter', help: 'Attempts to deliver by channel and what came of them', labels: ['channel', 'outcome'] },
  deliveries_due: { type: 'gauge', help: 'Deliveries that are due and not sent', labels: ['channel'] },
  deliveries_oldest_due_seconds: { type: 'gauge', help: 'How long the oldest of them has been due', labels: ['channel'] },
  holiday_years_missing: { type: 'gauge', help: 'Years whose public holidays nobody has entered', labels: ['when'] },
  record_files_quarantined: { type: 'gauge', help: 'Files of records and living files that were found damaged or missing and are not restored', labels: [] },
  record_contents_unchecked: { type: 'gauge', help: 'Contents of records and living files that were not looked at for longer than a round takes', labels: [] },
  archive_month_unanswered_seconds: { type: 'gauge', help: 'How long sources of a month of the archives have been asked in vain', labels: [] },
  disk_free_bytes: { type: 'gauge', help: 'Room on the disk of a folder', labels: ['folder'] },
  disk_size_bytes: { type: 'gauge', help: 'Size of the disk of a folder', labels: ['folder'] },
  backup_taken_timestamp_seconds: { type: 'gauge', help: 'When the newest backup was taken, in seconds since 1970; 0: there is none', labels: [] },
  backup_proved_timestamp_seconds: { type: 'gauge', help: 'When a backup was last restored to prove it, in seconds since 1970; 0: never', labels: [] },
} as const satisfies Record<string, Measured>;

export type MetricName = keyof typeof metricCatalogue;
/** Names of one type. */
export type MetricOf<T extends Measured['type']> = { [N in MetricName]: (typeof metricCatalogue)[N]['type'] extends T ? N : never }[MetricName];
export type LabelOf<N extends MetricName> = (typeof metricCatalogue)[N]['labels'][number];

/** As a table for people. */
export function metricTable(): string {
  const rows = Object.entries(metricCatalogue).map(([name, { type, help, labels }]) => `| \`${name}\` | ${type} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${help} |`);
  return ['| metric | type | labels | meaning |', '|---|---|---|---|', ...rows, ''].join('\n');
}
