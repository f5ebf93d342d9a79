import { configurationOrExit, keysOf, runServices } from '@property-office/backbone';
import { PrincipalTokenSigner } from '@property-office/access';
import { DirectorySessionResolver } from '@property-office/directory';
import { assertPortFree, FolderInUseError, PortTakenError, startEmbedded } from '@property-office/embedded';
import { Door, readApiDocument } from '@property-office/gateway';
import { createLogger, describeError, stopOrder, type PlatformConfiguration } from '@property-office/service-kit';
import type { Logger } from 'pino';
import { bindBackupMetrics } from './backup-metrics';
import { prepareOffice } from './prepare-office';
import { services } from './services';

/** The whole office in one process: its own servers, every service, the door (default of `npm start`). */
async function main(): Promise<void> {
  const configuration = configurationOrExit();
  const log = createLogger('all-in-one', configuration.logLevel);
  try {
    await open(configuration, log);
  } catch (error) {
    const plain = error instanceof PortTakenError || error instanceof FolderInUseError;
    log.fatal(`cannot start: ${plain ? error.message : describeError(error)}`);
    process.exit(1);
  }
}

async function open(configuration: PlatformConfiguration, log: Logger): Promise<void> {
  const say = (line: string): void => log.info(line);
  const servers = await startEmbedded({
    dataDir: configuration.dataDir,
    log: say,
    ...(configuration.database.url && { databaseUrl: configuration.database.url }),
    ...(configuration.nats.url && { natsUrl: configuration.nats.url }),
    ...(configuration.nats.serverBinary && { natsServerBinary: configuration.nats.serverBinary }),
  });
  try {
    await assertPortFree(configuration.http.port, configuration.http.host);
    const keys = keysOf(configuration);
    const databaseUrlOf = await prepareOffice(configuration, servers.databaseUrl, keys.fieldCipher(), say);
    const served = await runServices({
      name: 'all-in-one',
      services,
      configuration,
      log,
      keys,
      databaseUrlOf,
      natsUrl: servers.natsUrl,
      door: (databaseOf) =>
        new Door({
          document: readApiDocument(),
          sessions: new DirectorySessionResolver(databaseOf('directory')),
          tokens: new PrincipalTokenSigner(keys.principalSigning()),
          publicUrl: configuration.http.publicUrl,
          trustedHops: configuration.http.trustedHops,
          metricsNetworks: configuration.http.metricsNetworks,
        }).mount,
    });
    bindBackupMetrics(served.metrics, configuration.backupDir);
    served.shutdown.register('embedded servers', stopOrder.pools + 10, () => servers.stop(), 20_000);
    servers.announce(served.url);
    log.info(`the office is open on ${served.url}`);
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

void main();
