import type { Database } from './database';
import type { ServiceSchema } from './service-schema';

/** No such table or schema, or a version before this one prepared it, which let no running service look. */
const unprepared = new Set(['42P01', '3F000', '42501']);

/**
 * Refuses to work on tables of an older version: what is sent to columns that are not there would fail one request and one event after
 * the other. A newer version's are fine (expand, then contract).
 * @throws Error naming the first migration that was not applied, and what to do
 */
export async function assertMigrated(database: Pick<Database, 'query'>, { service, migrations }: Pick<ServiceSchema, 'service' | 'migrations'>): Promise<void> {
  const applied = await database.query<{ name: string }>('SELECT name FROM migrations').catch((error: unknown) => {
    if (unprepared.has((error as { code?: string }).code ?? '')) return [];
    throw error;
  });
  const names = new Set(applied.map(({ name }) => name));
  const missing = migrations.map((Migration) => new Migration().name ?? Migration.name).filter((name) => !names.has(name));
  if (missing.length === 0) return;
  throw new Error(
    `the database was not prepared for this version: schema ${service} lacks ${missing.length} of ${migrations.length} migrations, the first is ${missing[0]!}. ` +
      'Run `ops prepare-database` of this version first (on Kubernetes the jobs of `prepare`)',
  );
}
