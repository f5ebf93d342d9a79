import { join, resolve } from 'node:path';
import { Keys } from '@property-office/access';
import {
  ConfigurationError,
  createLogger,
  platformVariables,
  readConfiguration,
  describeError,
  type PlatformConfiguration,
} from '@property-office/service-kit';
import { databaseUrlOfService } from './database-roles';
import { runServices } from './run-services';
import type { ServiceDefinition } from './service-definition';

/** The whole `main` of a service that runs in a process of its own. Ends the process with 1 when it cannot start. */
export async function serveOwnProcess(service: ServiceDefinition): Promise<void> {
  const configuration = configurationOrExit();
  const log = createLogger(service.name, configuration.logLevel);
  try {
    const databaseUrl = databaseUrlOfService(configuration, service.name);
    if (!configuration.nats.url) throw new Error('NATS_URL is needed by a service in a process of its own');
    const served = await runServices({
      name: service.name,
      services: [service],
      configuration,
      log,
      keys: keysOf(configuration),
      databaseUrlOf: () => databaseUrl,
      natsUrl: configuration.nats.url,
    });
    log.info(`listening on ${served.url}`);
  } catch (error) {
    log.fatal(`cannot start: ${describeError(error)}`);
    process.exit(1);
  }
}

/** Reads the environment; what is wrong with it is printed, all of it, and the process ends. */
export function configurationOrExit(): PlatformConfiguration {
  try {
    return readConfiguration(process.env, platformVariables);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

export function keysOf(configuration: PlatformConfiguration): Keys {
  const { principal, principalPublic, service, servicePublic, field, attachment, audit } = configuration.keyFiles;
  return new Keys({
    secretsDir: join(resolve(configuration.dataDir), 'secrets'),
    ...(principal && { principalKeysFile: principal }),
    ...(principalPublic && { principalPublicKeysFile: principalPublic }),
    ...(service && { serviceKeysFile: service }),
    ...(servicePublic && { servicePublicKeysFile: servicePublic }),
    ...(field && { fieldKeysFile: field }),
    ...(attachment && { attachmentKeysFile: attachment }),
    ...(audit && { auditKeysFile: audit }),
  });
}
