export interface NatsSettings {
  port: number;
  /** What the server calls itself; the client that waits for it knows it by this. */
  name: string;
  folder: string;
  password: string;
  /** One user and one JetStream of its own per account; the user is called like the account. */
  accounts: string[];
  cluster?: NatsCluster | undefined;
}

/** Servers that keep each message several times, for as long as most of them are there. */
export interface NatsCluster {
  /** What this one is called by the others, for ever: `nats-1`. */
  server: string;
  /** Where it listens for the others. */
  port: number;
  /** Where all of them do. */
  ports: readonly number[];
}

/**
 * The configuration file of nats-server, as nats-server reads it. Messages of a single one are synced to disk every ten seconds: what a
 * power failure takes with it, the high-water mark in PostgreSQL shows, and the relay publishes it again
 * (docs/adr/2026-11-28-embedded-broker-syncs-every-ten-seconds.md).
 */
export function natsConfiguration({ port, name, folder, password, accounts, cluster }: NatsSettings): string {
  return `listen: "127.0.0.1:${port}"
server_name: ${JSON.stringify(name)}
pid_file: ${JSON.stringify(`${folder}/nats.pid`)}
log_file: ${JSON.stringify(`${folder}/nats.log`)}
logfile_size_limit: 10MB
logfile_max_num: 3
max_payload: 1MB
jetstream {
  store_dir: ${JSON.stringify(`${folder}/store`)}
  max_memory_store: 64MB
  max_file_store: 20GB
  sync_interval: ${cluster ? 'always' : '10s'}
}
${cluster ? clusterSection(cluster) : ''}accounts {
${accounts
  .map(
    (account) =>
      `  ${account} { jetstream: enabled, users: [{ user: ${account}, password: ${JSON.stringify(password)} }] }`,
  )
  .join('\n')}
}
`;
}

const clusterSection = ({ port, ports }: NatsCluster): string => `cluster {
  name: office
  listen: "127.0.0.1:${port}"
  routes: [${ports.filter((other) => other !== port).map((other) => `"nats-route://127.0.0.1:${other}"`).join(', ')}]
}
`;
