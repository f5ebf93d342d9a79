import { jetstreamManager } from '@nats-io/jetstream';
import { waitFor } from '@property-office/testing';
import { withBroker } from './nats';

export interface Resting {
  query<R>(sql: string, params?: unknown[]): Promise<R[]>;
  natsUrl: string;
}

/** Waits until nothing is on its way: published, taken, released, fired. Who waits in vain is told what still is. */
export async function comeToRest(office: Resting, timeoutMs = 30_000): Promise<void> {
  await withBroker(office, async (connection) => {
    const manager = await jetstreamManager(connection);
    const inStreams = async (): Promise<OnItsWay> => {
      const waiting: OnItsWay = {};
      for await (const { config } of manager.streams.list())
        for await (const { name, num_pending, num_ack_pending } of manager.consumers.list(config.name))
          if (num_pending + num_ack_pending > 0) waiting[name] = { num_pending, num_ack_pending };
      return waiting;
    };
    await waitFor(
      async () => {
        // The database is asked on both sides of the broker: a reaction may have written events of its own.
        for (const look of [() => inDatabase(office), inStreams, () => inDatabase(office)]) {
          const onItsWay = await look();
          if (Object.keys(onItsWay).length > 0) throw new Error(`still on its way is ${JSON.stringify(onItsWay)}`);
        }
        return true;
      },
      { what: 'the office to come to rest', timeoutMs, intervalMs: 50 },
    );
  });
}

/** How many there are of what is not at rest, by where it is. */
type OnItsWay = Record<string, number | Record<string, number>>;

export async function schemasOf({ query }: Resting): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `SELECT schemaname AS name FROM pg_tables WHERE tablename = 'outbox_pending' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

const waitingRows = {
  outbox_pending: 'true',
  parked: 'true',
  timer: `status = 'set' AND due_at <= platform.now()`,
  stream_state: 'created IS NULL OR expected IS NOT NULL',
};

async function inDatabase(office: Resting): Promise<OnItsWay> {
  const each = (await schemasOf(office)).flatMap((schema) =>
    Object.entries(waitingRows).map(
      ([table, waits]) => `SELECT '${schema}.${table}' AS place, count(*)::int AS waiting FROM ${schema}.${table} WHERE ${waits}`,
    ),
  );
  const rows = await office.query<{ place: string; waiting: number }>(each.join(' UNION ALL '));
  return Object.fromEntries(rows.filter(({ waiting }) => waiting > 0).map(({ place, waiting }) => [place, waiting]));
}
