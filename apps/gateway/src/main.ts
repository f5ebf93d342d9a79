import { configurationOrExit, keepKeysFresh, keysOf } from '@property-office/backbone';
import { PrincipalTokenSigner, ServiceTokenSigner } from '@property-office/access';
import { createLogger, describeError, serve, stopOrder } from '@property-office/service-kit';
import { readApiDocument } from './documents/read-api-document';
import { Door } from './door';
import { HttpSessionResolver } from './http-session-resolver';
import { ReadinessWatch } from './proxy/readiness-watch';
import { Upstreams } from './proxy/upstreams';

/** The door in a process of its own, before services that run elsewhere (SERVICE_URLS). */
async function main(): Promise<void> {
  const configuration = configurationOrExit();
  const log = createLogger('gateway', configuration.logLevel);
  try {
    const keys = keysOf(configuration);
    const upstreams = new Upstreams(configuration.serviceUrls);
    const sessions = new HttpSessionResolver(
      upstreams,
      new ServiceTokenSigner('gateway', keys.serviceSigning('gateway')),
    );
    const door = new Door({
      document: readApiDocument(),
      sessions,
      tokens: new PrincipalTokenSigner(keys.principalSigning()),
      publicUrl: configuration.http.publicUrl,
      trustedHops: configuration.http.trustedHops,
      metricsNetworks: configuration.http.metricsNetworks,
      upstreams,
    });
    const served = await serve({
      name: 'gateway',
      modules: [],
      configuration,
      log,
      guards: [],
      door: door.mount,
    });
    keepKeysFresh(keys, served);
    const watch = new ReadinessWatch(upstreams, log);
    watch.start();
    served.shutdown.register('watch of the replicas', stopOrder.pools, () => watch.stop(), 1_000);
    served.shutdown.register('session look-ups', stopOrder.pools, () => sessions.close(), 1_000);
    log.info(`the door is open on ${served.url}`);
  } catch (error) {
    log.fatal(`cannot start: ${describeError(error)}`);
    process.exit(1);
  }
}

void main();
