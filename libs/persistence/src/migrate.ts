import { setTimeout as sleep } from 'node:timers/promises';
import { escapeIdentifier } from 'pg';
import { DataSource } from 'typeorm';
import { appRole, ownerRole, searchPathOption, type ServiceSchema } from './service-schema';
import { databaseUrlFor } from './service-roles';

/** How often migrations are begun anew that met the work of running processes, and after which pause. */
const tries = 20;
const pauseMs = 500;
const deadlockDetected = '40P01';

/**
 * Applies a service's new migrations as its owner, all or none. Processes of the version before work on the same tables meanwhile, and
 * lock them in an order of their own: where both wait for each other, the migrations give way and begin anew.
 * @returns their names
 */
export async function migrate(
  schema: ServiceSchema,
  adminUrl: string,
  roleSecret: string,
): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrlFor(adminUrl, ownerRole(schema.service), roleSecret),
    schema: schema.service,
    migrations: schema.migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'all',
    installExtensions: false,
    poolSize: 2,
    extra: { options: searchPathOption(schema.service) },
  });
  await source.initialize();
  try {
    const applied = await givingWay(() => source.runMigrations());
    // Made by TypeORM under the default privileges of our tables; a running service only looks whether its own are there.
    const app = escapeIdentifier(appRole(schema.service));
    await source.query(`REVOKE ALL ON migrations FROM ${app}; GRANT SELECT ON migrations TO ${app}`);
    return applied.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

async function givingWay<T>(work: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || (error as { code?: string }).code !== deadlockDetected) throw error;
      await sleep(pauseMs);
    }
  }
}
