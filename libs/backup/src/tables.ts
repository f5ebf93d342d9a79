import { restoringMarker } from '@property-office/persistence';
import { escapeIdentifier, type Client } from 'pg';

/** A table to be saved or filled. */
export interface Table {
  schema: string;
  table: string;
  /** Generated ones are left out. */
  columns: string[];
  /** What its rows are put in order by. */
  order: string;
  /** Tables of the same schema that have to be there first. */
  after: string[];
}

/** Kept by whoever prepares the database, not by the office. */
const preparedBySomebodyElse = ['platform.prepared', restoringMarker];
const migrationsTable = 'migrations';

/** All tables of some schemas, those that others refer to first. */
export async function tablesOf(client: Client, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<{ schema: string; table: string; columns: string[]; key: Array<{ name: string; text: boolean }> | null; after: string[] }>(
    `SELECT n.nspname AS schema, c.relname AS table,
            ARRAY(SELECT attname::text FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
            (SELECT (SELECT json_agg(json_build_object('name', attname, 'text', attcollation <> 0) ORDER BY place)
                     FROM unnest(i.indkey) WITH ORDINALITY AS k(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum)
             FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
            ARRAY(SELECT DISTINCT other.relname::text FROM pg_constraint r JOIN pg_class other ON other.oid = r.confrelid
                  WHERE r.conrelid = c.oid AND r.contype = 'f' AND r.confrelid <> c.oid) AS after
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY ($1) ORDER BY 1, 2`,
    [schemas],
  );
  const wanted = rows.filter(({ schema, table }) => table !== migrationsTable && !preparedBySomebodyElse.includes(`${schema}.${table}`));
  return referredFirst(wanted.map(({ key, ...table }) => ({ ...table, order: orderBy(key) })));
}

/** The same on every server, whatever its language. Without a key, by everything in the row: equal rows may change places, as nobody can tell. */
function orderBy(key: Array<{ name: string; text: boolean }> | null): string {
  if (!key) return 't::text COLLATE "C"';
  return key.map(({ name, text }) => `${escapeIdentifier(name)}${text ? ' COLLATE "C"' : ''}`).join(', ');
}

/** @throws Error where tables refer to each other in a circle */
export function referredFirst(tables: readonly Table[]): Table[] {
  const placed: Table[] = [];
  let waiting = [...tables];
  const stands = ({ schema, after }: Table): boolean =>
    after.every((name) => placed.some((other) => other.schema === schema && other.table === name));
  while (waiting.length > 0) {
    const next = waiting.filter(stands);
    if (next.length === 0)
      throw new Error(`these tables refer to each other in a circle: ${waiting.map(qualified).join(', ')}`);
    placed.push(...next);
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return placed;
}

export const qualified = ({ schema, table }: Pick<Table, 'schema' | 'table'>): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;

const listed = (columns: readonly string[]): string => columns.map(escapeIdentifier).join(', ');

export const copyOut = (table: Table): string =>
  `COPY (SELECT ${listed(table.columns)} FROM ${qualified(table)} t ORDER BY ${table.order}) TO STDOUT`;

export const copyIn = (table: Pick<Table, 'schema' | 'table' | 'columns'>): string =>
  `COPY ${qualified(table)} (${listed(table.columns)}) FROM STDIN`;
