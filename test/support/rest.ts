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
