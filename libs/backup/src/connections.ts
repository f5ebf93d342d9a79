import { Client, type ClientConfig } from 'pg';

/** What COPY writes in text depends on these; a hash must not. */
const sameEverywhere = `SET timezone = 'UTC'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres'; SET extra_float_digits = 1;
  SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`;

export const applicationName = 'property-office backup';

export async function connect(adminUrl: string, more: ClientConfig = {}): Promise<Client> {
  const client = new Client({ connectionString: adminUrl, application_name: applicationName, ...more });
  await client.connect();
  // A connection that ends is heard of by the statement that needs it next.
  client.on('error', () => undefined);
  await client.query(sameEverywhere);
  return client;
}

/** Opens so many connections, lets each work through what is left, and closes them. The first failure ends all. */
export async function workThrough<T>(
  adminUrl: string,
  { width, items, begin }: { width: number; items: readonly T[]; begin?: string[] },
  work: (client: Client, item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const one = async (): Promise<void> => {
    const client = await connect(adminUrl);
    try {
      for (const statement of begin ?? []) await client.query(statement);
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(client, item);
      if (begin) await client.query('COMMIT');
    } catch (error) {
      left.length = 0;
      throw error;
    } finally {
      await client.end();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, one));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}
