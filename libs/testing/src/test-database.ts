import { randomUUID } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { runServers } from './run-servers';

/** Serialises the making of templates over all workers; roles belong to the whole server, so one at a time. */
const TEMPLATE_LOCK = 7_316_001;

export interface TestDatabase {
  /** postgres://…, the superuser's way into this database. */
  adminUrl: string;
  /** The way in of a role that `prepare` made. */
  urlFor(role: string, password: string): string;
  /** Ends its connections and removes it. The whole server goes after the run, so this only saves memory. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Names what `prepare` makes: the same key has to mean the same schema. Once per run and key. */
  template?: string;
  /** Fills the template (roles, schemas, migrations). Has to close its connections. */
  prepare?: (adminUrl: string) => Promise<void>;
}

/** A database of its own, copied from a template that is made once per run: some 20 ms. */
export async function testDatabase({
  template = 'empty',
  prepare,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = new URL((await runServers()).databaseUrl);
  const source = `template_${template}`;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    try {
      await ensureTemplate(client, server, source, prepare);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
    }
    const copy = `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(source)}`;
    await client.query(`${copy} STRATEGY file_copy`); // The quicker one where nothing waits for a disk.
  });
  return {
    adminUrl: into(server, name),
    urlFor: (role, password) => into(server, name, role, password),
    drop: () =>
      asAdmin(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
      }),
  };
}

async function ensureTemplate(
  client: Client,
  server: URL,
  source: string,
  prepare: TestDatabaseOptions['prepare'],
): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [source]);
  if (rowCount) return;
  // Renamed when done: a template that failed half-way is never taken for a whole one.
  const unfinished = `${source}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(unfinished)} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${escapeIdentifier(unfinished)}`);
  await prepare?.(into(server, unfinished));
  await client.query(`ALTER DATABASE ${escapeIdentifier(unfinished)} RENAME TO ${escapeIdentifier(source)}`);
}

async function asAdmin(server: URL, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function into(server: URL, database: string, user = server.username, password = server.password): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  url.username = user;
  url.password = password;
  return url.href;
}
