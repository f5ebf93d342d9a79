import { escapeIdentifier } from 'pg';
import { DataSource } from 'typeorm';
import { appRole, ownerRole, searchPathOption, type ServiceSchema } from './service-schema';
import { databaseUrlFor } from './service-roles';

/** Applies a service's new migrations as its owner, all or none. @returns their names */
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
    const applied = await source.runMigrations();
    // Made by TypeORM under the default privileges of our tables; a running service has no business in it.
    await source.query(`REVOKE ALL ON migrations FROM ${escapeIdentifier(appRole(schema.service))}`);
    return applied.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}
