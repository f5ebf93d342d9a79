import { jetstreamManager } from '@nats-io/jetstream';
import { waitFor } from '@property-office/testing';
import { withBroker } from './nats';

export interface Resting {
  query<R>(sql: string, params?: unknown[]): Promise<R[]>;
  natsUrl: string;
}

/** Waits until nothing is on its way: published, taken, released, fired. */
export async function comeToRest(office: Resting, timeoutMs = 30_000): Promise<void> {
  await withBroker(office, async (connection) => {
    const manager = await jetstreamManager(connection);
    const inStreams = async (): Promise<number> => {
      let waiting = 0;
      for await (const { config } of manager.streams.list()) {
        for await (const consumer of manager.consumers.list(config.name))
          waiting += consumer.num_pending + consumer.num_ack_pending;
      }
      return waiting;
    };
    // The database is asked on both sides of the broker: a reaction may have written events of its own.
    await waitFor(
      async () => (await inDatabase(office)) + (await inStreams()) + (await inDatabase(office)) === 0,
      {
        what: 'the office to come to rest',
        timeoutMs,
        intervalMs: 50,
      },
    );
  });
}

/** What the database and the durables are about, a line each. */
export async function doingsOf(office: Resting): Promise<string[]> {
  const told = [
    office
      .query<{ line: string }>(
        `SELECT concat_ws(' ', usename, state, wait_event_type, wait_event, now() - state_change, left(query, 120)) AS line
         FROM pg_stat_activity WHERE state <> 'idle' AND pid <> pg_backend_pid()`,
      )
      .then((rows) => rows.map(({ line }) => line)),
    unfinished(office),
  ].map((lines) => lines.catch((error: Error) => [error.message]));
  return (await Promise.all(told)).flat();
}

/** The durables that have something to do, and the dead letters, a line each. */
async function unfinished(office: Resting): Promise<string[]> {
  const lines: string[] = [];
  await withBroker(office, async (connection) => {
    const manager = await jetstreamManager(connection);
    for await (const { config } of manager.streams.list())
      for await (const { name, num_pending: pending, num_ack_pending: taken } of manager.consumers.list(config.name))
        if (pending + taken > 0) lines.push(`${name} of ${config.name}: ${pending} pending, ${taken} taken`);
  });
  for (const schema of await schemasOf(office)) {
    const dead = await office.query<{ consumer: string; error: string }>(`SELECT consumer, error FROM ${schema}.dead_letter`);
    lines.push(...dead.map(({ consumer, error }) => `dead letter of ${consumer}: ${error}`));
  }
  return lines;
}

export async function schemasOf({ query }: Resting): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `SELECT schemaname AS name FROM pg_tables WHERE tablename = 'outbox_pending' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function inDatabase(office: Resting): Promise<number> {
  const each = (await schemasOf(office)).map(
    (schema) => `(SELECT count(*) FROM ${schema}.outbox_pending) + (SELECT count(*) FROM ${schema}.parked)
      + (SELECT count(*) FROM ${schema}.timer WHERE status = 'set' AND due_at <= platform.now())
      + (SELECT count(*) FROM ${schema}.stream_state WHERE created IS NULL OR expected IS NOT NULL)`,
  );
  const [row] = await office.query<{ waiting: number }>(`SELECT (${each.join(' + ')})::int AS waiting`);
  return row!.waiting;
}
