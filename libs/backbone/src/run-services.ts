import { join, resolve } from 'node:path';
import { PrincipalGuard, PrincipalTokenVerifier, ServiceTokenVerifier, type Keys } from '@property-office/access';
import { HeadLog } from '@property-office/audit';
import { eventContracts, serviceNames } from '@property-office/contracts';
import { JetStreamStrategy, NatsConnectionProvider, Topology, type StreamLimits } from '@property-office/messaging';
import { faultPoint } from '@property-office/outbox';
import { assertMigrated, type Database } from '@property-office/persistence';
import { keepAnswersForAWeek, serve, stopOrder, type Door, type PlatformConfiguration, type Served } from '@property-office/service-kit';
import type { Logger } from 'pino';
import { armUnderTest } from './arm-under-test';
import { HttpTransport } from './internal/http-transport';
import { ProcessTransport } from './internal/process-transport';
import { ProcessPlatform } from './process-platform';
import { bindAuditMetrics, bindMetrics } from './bind-metrics';
import { bindDiskMetrics } from './disk-metrics';
import { disksOf, type Looks } from './disks';
import { connectPatiently } from './connect-patiently';
import { keepKeysFresh } from './keep-keys-fresh';
import { HandlingMetrics } from './handling-metrics';
import { assertSealedValuesOpen } from './sealed-values';
import { mounted, type ServiceDefinition } from './service-definition';

export interface RunOptions {
  /** Of the process: `tickets`, `all-in-one`. */
  name: string;
  services: readonly ServiceDefinition[];
  configuration: PlatformConfiguration;
  log: Logger;
  keys: Keys;
  databaseUrlOf: (service: string) => string;
  natsUrl: string;
  /** What stands before the routes where the process is its own front door; it may read what a mounted service keeps. */
  door?: (databaseOf: (service: string) => Database) => Door;
}

/**
 * Runs services in this process: databases connected, routes served, events taken and published. The broker may be away:
 * work is accepted without it.
 */
export async function runServices(options: RunOptions): Promise<Served<PlatformConfiguration>> {
  const { name, services, configuration, log, keys } = options;
  armUnderTest(configuration);
  const nats = new NatsConnectionProvider({ url: options.natsUrl, name: `property-office ${name}` });
  const topology = new Topology(
    nats,
    streamLimitsOf(configuration),
    () => faultPoint('topology.midApply'),
    services.map((service) => service.name),
  );
  const elsewhere = new HttpTransport(configuration.serviceUrls);
  const internalTransport = new ProcessTransport(new Set(services.map((service) => service.name)), elsewhere);
  const { databaseUrlOf } = options;
  const handling = new HandlingMetrics();
  const { absorbed } = handling;
  const platform = new ProcessPlatform({ configuration, keys, databaseUrlOf, nats, topology, internalTransport, log, absorbed });
  const modules = services.map((service) => mounted(service, platform));
  const { runtimes } = platform;
  await Promise.all(runtimes.map(({ database }) => connectPatiently(database, (line) => log.warn(line))));
  const databaseOf = (owner: string): Database => runtimes.find(({ service }) => service === owner)!.database;
  await Promise.all(services.map(({ schema }) => assertMigrated(databaseOf(schema.service), schema)));
  await assertSealedValuesOpen(services, databaseOf, () => keys.fieldCipher());
  const strategy = new JetStreamStrategy({
    connection: nats,
    topology,
    settlers: runtimes.map(({ settler }) => settler),
    metrics: handling.hooks,
  });
  const served = await serve({
    name,
    modules,
    configuration,
    log,
    guards: [new PrincipalGuard(new PrincipalTokenVerifier(keys.principalVerifying()), new ServiceTokenVerifier(keys.serviceVerifying(['gateway', ...serviceNames])))],
    ...(options.door && { door: options.door(databaseOf) }),
    strategy: () => strategy,
    beforeListening: ({ http, shutdown, readiness, metrics }) => {
      internalTransport.open(http);
      shutdown.register('calls to other services', stopOrder.pools, () => elsewhere.close(), 1_000);
      shutdown.register('stop taking events', stopOrder.reactions, async () => void (await strategy.stopPulling()), 12_000);
      shutdown.register('fault point', stopOrder.reactions, () => faultPoint('shutdown.midDrain'), 1_000);
      shutdown.register('close NATS', stopOrder.broker, () => nats.close(), 3_000);
      readiness.register({ name: 'nats', required: false, check: async () => assertConnected(nats) });
      readiness.register({ name: 'topology', required: false, check: async () => assertApplied(strategy) });
      for (const { service, database, relay, feedRelay, replayer, sweeper, timers, catchUps } of runtimes) {
        readiness.register({ name: `database:${service}`, required: true, check: () => database.query('SELECT 1') });
        shutdown.register(`relay ${service}`, stopOrder.relay, () => relay.stop(), 5_000);
        if (feedRelay) shutdown.register(`relay ${service} crew feeds`, stopOrder.relay, () => feedRelay.stop(), 5_000);
        shutdown.register(`replayer ${service}`, stopOrder.relay, () => replayer.stop(), 5_000);
        shutdown.register(`sweeper ${service}`, stopOrder.relay, () => sweeper.stop(), 5_000);
        shutdown.register(`timers ${service}`, stopOrder.timers, () => timers.stop(), 5_000);
        shutdown.register(`catching up ${service}`, stopOrder.timers, () => catchUps.stop(), 5_000);
        shutdown.register(`database ${service}`, stopOrder.pools, () => database.close(), 5_000);
      }
      for (const { database } of runtimes) keepAnswersForAWeek(database, shutdown, log);
      bindMetrics(metrics, runtimes, nats, producers);
      const looks: Looks = new Map();
      bindDiskMetrics(metrics, () => disksOf(configuration, looks));
      handling.bind(metrics, strategy);
    },
  });
  keepKeysFresh(keys, served);
  handling.bindPending(served.metrics, strategy);
  for (const runtime of runtimes) {
    const { service, relay, feedRelay, replayer, sweeper, timers, catchUps } = runtime;
    const headLog = new HeadLog(auditHeadsFolder(configuration), service);
    const sealer = runtime.startSealing({ log: headLog, key: keys.auditSigning() });
    served.shutdown.register(`audit ${service}`, stopOrder.timers, () => sealer.stop(), 3_000);
    const watch = runtime.startAuditWatch({ log: headLog, keys: keys.auditVerifying() });
    served.shutdown.register(`audit watch ${service}`, stopOrder.timers, () => watch.stop(), 3_000);
    bindAuditMetrics(served.metrics, service, sealer, watch);
    if (producers.has(service)) {
      relay.start();
      feedRelay?.start();
      replayer.start();
    }
    sweeper.start();
    timers.start();
    catchUps.start();
  }
  return served;
}

/** Services that announce something; the others have nothing to relay and no stream. */
const producers: ReadonlySet<string> = new Set(Object.values(eventContracts).map(({ producer }) => producer));

/** Beside the data, and to be copied elsewhere: whoever rewrites the database cannot rewrite what stands here. */
export function auditHeadsFolder({ dataDir }: Pick<PlatformConfiguration, 'dataDir'>): string {
  return join(resolve(dataDir), 'audit-heads');
}

function assertConnected(nats: NatsConnectionProvider): void {
  const { status } = nats.state();
  if (status !== 'connected') throw new Error(`NATS is ${status}`);
}

function assertApplied(strategy: JetStreamStrategy): void {
  const { topology, problem } = strategy.state();
  if (topology === 'conflict') throw new Error(problem);
}

/** What an operator chose for the streams. */
export function streamLimitsOf({ nats }: Pick<PlatformConfiguration, 'nats'>): StreamLimits {
  return { replicas: nats.streamReplicas, maxBytes: nats.streamMaxMib * 1024 * 1024 };
}
