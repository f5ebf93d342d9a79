import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appRole, databaseUrlFor } from '@property-office/persistence';
import type { PlatformConfiguration } from '@property-office/service-kit';

type Configured = Pick<PlatformConfiguration, 'dataDir' | 'database'>;

/** Where the secret stands that the passwords of the services' roles are made from. */
export function roleSecretFile({ dataDir, database }: Configured): string {
  return database.rolesFile ?? join(resolve(dataDir), 'secrets', 'database-roles');
}

/**
 * Where a service in a process of its own signs in: the address it was given, or DATABASE_URL in its own role.
 * @throws Error that says what is missing
 */
export function databaseUrlOfService(configuration: Configured, service: keyof Configured['database']['urlOfService']): string {
  const given = configuration.database.urlOfService[service];
  if (given) return given;
  const variable = `${service.toUpperCase()}_DATABASE_URL`;
  if (!configuration.database.url) throw new Error(`${variable} or DATABASE_URL is needed by a service in a process of its own`);
  const file = roleSecretFile(configuration);
  // Never made here: the database was prepared with one, and another would be a wrong password.
  if (!existsSync(file))
    throw new Error(`${variable} is not set, and there is no ${file} to derive it with from DATABASE_URL: give the file the database was prepared with as DATABASE_ROLES_FILE`);
  return databaseUrlFor(configuration.database.url, appRole(service), readFileSync(file, 'utf8').trim());
}
