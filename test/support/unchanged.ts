import type { Office } from './office';
import { schemasOf } from './rest';

/** What every accepted act leaves behind, in all schemas: events, and answers kept for a repeat. */
export interface Traces {
  events: number;
  answers: number;
}

export async function traces(office: Office): Promise<Traces> {
  const schemas = await schemasOf(office);
  const sum = (table: string) =>
    schemas.map((schema) => `(SELECT count(*) FROM ${schema}.${table})`).join(' + ');
  const [row] = await office.query<Traces>(
    `SELECT (${sum('ledger')})::int AS events, (${sum('idempotency')})::int AS answers`,
  );
  return row!;
}

/**
 * What changes by itself, or by looking: leases, limits, last seen, looks at what is personal, mail sent once more, the numbers that live
 * streams give to entries a moment later. And who calls, told to complaints before it is known whether the conversion is accepted, for
 * thirty days.
 */
const changingAnyway = new Set(['relay_leader', 'ledger_listener', 'session', 'quota', 'personal_data_view', 'delivery', 'delivery_attempt', 'converted_caller', 'feed', 'feed_position', 'feed_unnumbered']);

/** Of each table of each service, how many rows it has and what they say together. */
export type Contents = Record<string, string>;

/** Of an office at rest. */
export async function contents(office: Office): Promise<Contents> {
  const tables = await office.query<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname = ANY($1) ORDER BY 1, 2`,
    [await schemasOf(office)],
  );
  const each = tables
    .filter(({ name }) => !changingAnyway.has(name))
    .map(({ schema, name }) => `SELECT '${schema}.${name}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS said FROM ${schema}.${name} t`);
  const rows = await office.query<{ name: string; said: string }>(each.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, said }) => [name, said]));
}
