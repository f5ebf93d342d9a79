import type { Database } from './database';
import type { ServiceSchema } from './service-schema';

/** No such table, or no such schema. */
const unprepared = new Set(['42P01', '3F000']);
/** A version before this one prepared it last, which let no running service look. */
const notForUs = '42501';

/**
 * Refuses to work on tables of an older version: what is sent to columns that are not there would fail one request and one event after
 * the other. A newer version's are fine (expand, then contract).
 * @throws Error naming the first migration that was not applied, and what to do
 */
export async function assertMigrated(database: Pick<Database, 'query'>, { service, migrations }: Pick<ServiceSchema, 'service' | 'migrations'>): Promise<void> {
  const applied = await database.query<{ name: string }>('SELECT name FROM migrations').catch((error: unknown) => {
    const { code = '' } = error as { code?: string };
    if (code === notForUs) throw new Error(`an older version prepared the database last: schema ${service} does not say which migrations it has. ${remedy}`);
    if (unprepared.has(code)) return [];
    throw error;
  });
  const names = new Set(applied.map(({ name }) => name));
  const missing = migrations.map((Migration) => new Migration().name ?? Migration.name).filter((name) => !names.has(name));
  if (missing.length === 0) return;
  throw new Error(
    `the database was not prepared for this version: schema ${service} lacks ${missing.length} of ${migrations.length} migrations, the first is ${missing[0]!}. ${remedy}`,
  );
}

const remedy = 'Run `ops prepare-database` of this version first (on Kubernetes the jobs of `prepare`)';
