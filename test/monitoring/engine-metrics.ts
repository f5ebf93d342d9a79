/**
 * What is asked of the exporters on Kubernetes, each with its labels, written down by hand (29 November 2026): none of them runs here. Numbers of NATS's
 * `/varz` are found on a real nats-server by `nats-measures`; nothing here would notice that another one was renamed. Where to look them up:
 * - https://cloudnative-pg.io/documentation/1.26/monitoring/ (`cnpg_collector_*`) and `config/manager/default-monitoring.yaml` of its repository (the others)
 * - https://cloudnative-pg.io/plugin-barman-cloud/docs/observability/
 * - https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics/workload (cronjob-metrics.md, deployment-metrics.md, job-metrics.md)
 * - https://kubernetes.io/docs/reference/instrumentation/metrics/ (`kubelet_volume_stats_*`)
 * - https://github.com/nats-io/prometheus-nats-exporter (`collector/jsz.go`, `collector/collector.go`)
 *
 * By CloudNativePG 1.26 and later (its own collector, and the queries it installs as `cnpg-default-monitoring`) with what its plugin Barman Cloud
 * 0.6 and later adds, by prometheus-nats-exporter as the chart of NATS starts it (`-prefix=nats -varz -jsz=all`), by the kubelet, and by kube-state-metrics 2.
 * Whoever scrapes adds `namespace` and `pod`; of kube-state-metrics `namespace` is that of the thing (`honorLabels`).
 */
export const engineMetrics: Readonly<Record<string, readonly string[]>> = {
  cnpg_collector_up: ['cluster'],
  cnpg_backends_total: ['datname', 'usename', 'application_name', 'state'],
  cnpg_backends_max_tx_duration_seconds: ['datname', 'usename', 'application_name', 'state'],
  cnpg_pg_replication_in_recovery: [],
  cnpg_pg_replication_is_wal_receiver_up: [],
  cnpg_pg_replication_lag: [],
  cnpg_pg_replication_streaming_replicas: [],
  cnpg_pg_settings_setting: ['name'],
  cnpg_pg_stat_archiver_last_archived_time: [],
  cnpg_pg_stat_archiver_last_failed_time: [],
  barman_cloud_cloudnative_pg_io_last_available_backup_timestamp: [],
  barman_cloud_cloudnative_pg_io_last_failed_backup_timestamp: [],
  kube_cronjob_created: ['cronjob'],
  kube_cronjob_status_last_successful_time: ['cronjob'],
  kube_deployment_status_replicas_available: ['deployment'],
  kube_deployment_status_replicas_unavailable: ['deployment'],
  kube_job_failed: ['job_name', 'condition'],
  kube_job_status_start_time: ['job_name'],
  ...labelled(['server_id', 'server_name', 'cluster', 'meta_leader', 'is_meta_leader'], {
    nats_server_jetstream_disabled: [],
    nats_stream_limit_bytes: ['stream_name', 'stream_leader'],
    nats_stream_total_bytes: ['stream_name', 'stream_leader'],
    nats_stream_total_messages: ['stream_name', 'stream_leader'],
    nats_consumer_num_pending: ['stream_name', 'consumer_name', 'is_consumer_leader'],
  }),
  ...labelled(['server_id'], {
    nats_varz_jetstream_config_max_storage: [],
    nats_varz_jetstream_stats_storage: [],
    nats_varz_slow_consumers: [],
  }),
  kubelet_volume_stats_capacity_bytes: ['persistentvolumeclaim'],
  kubelet_volume_stats_used_bytes: ['persistentvolumeclaim'],
};

function labelled(shared: readonly string[], metrics: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(metrics).map(([name, own]) => [name, [...shared, ...own]]));
}
