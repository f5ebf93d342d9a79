import { escapeIdentifier, type Client } from 'pg';

/**
 * Makes the schema all services see: `platform.now()`, trigrams, and what has been prepared.
 * @throws when the server is too old or cannot search Chinese
 */
export async function createPlatform(admin: Client, testClock: boolean): Promise<void> {
  await admin.query('CREATE SCHEMA IF NOT EXISTS platform');
  await admin.query('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA platform');
  await requireFitServer(admin);
  const now = testClock
    ? `SELECT pg_catalog.transaction_timestamp() + (SELECT ahead FROM platform.test_clock)`
    : `SELECT pg_catalog.transaction_timestamp()`;
  await admin.query(`
    CREATE TABLE IF NOT EXISTS platform.prepared (part text PRIMARY KEY, fingerprint text NOT NULL);
    ${testClock ? testClockTable : ''}
    CREATE OR REPLACE FUNCTION platform.now() RETURNS timestamptz LANGUAGE sql STABLE AS $body$ ${now} $body$;
    GRANT USAGE ON SCHEMA platform TO public;
  `);
  const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
  await admin.query(`REVOKE TEMPORARY ON DATABASE ${escapeIdentifier(rows[0]!.name)} FROM public`);
}

const testClockTable = `
  CREATE TABLE IF NOT EXISTS platform.test_clock (singleton boolean PRIMARY KEY CHECK (singleton), ahead interval NOT NULL);
  INSERT INTO platform.test_clock VALUES (true, interval '0') ON CONFLICT DO NOTHING;
  GRANT SELECT ON platform.test_clock TO public;
`;

/** Trigrams of Chinese words need a character type that knows letters beyond ASCII; with LC_CTYPE C there are none. */
async function requireFitServer(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ trigrams: number; version: number }>(
    `SELECT cardinality(platform.show_trgm('漏水')) AS trigrams, current_setting('server_version_num')::int AS version`,
  );
  if (rows[0]!.version < 160_000)
    throw new Error(`PostgreSQL 16 or later is needed, this server is ${rows[0]!.version}`);
  if (rows[0]!.trigrams === 0) {
    throw new Error(
      'the database cannot search Chinese: create it with a UTF-8 locale (LC_CTYPE C.UTF-8, not C)',
    );
  }
}
