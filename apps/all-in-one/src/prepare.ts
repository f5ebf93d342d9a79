import { basename, dirname } from 'node:path';
import { roleSecretFile } from '@property-office/backbone';
import { keptSecret } from '@property-office/embedded';
import { appRole, databaseUrlFor, prepareDatabase } from '@property-office/persistence';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { services } from './services';

/**
 * Brings the database to what this version needs.
 * @returns the address under which a service signs in with its own role
 */
export async function prepareForServices(
  configuration: PlatformConfiguration,
  adminUrl: string,
  log: (line: string) => void,
): Promise<(service: string) => string> {
  const secret = roleSecretFile(configuration);
  const roleSecret = keptSecret(dirname(secret), basename(secret));
  await prepareDatabase({
    adminUrl,
    schemas: services.map(({ schema }) => schema),
    roleSecret,
    testClock: configuration.testClock,
    log,
  });
  return (service) => databaseUrlFor(adminUrl, appRole(service), roleSecret);
}
