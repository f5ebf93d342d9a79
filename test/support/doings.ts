import { jetstreamManager } from '@nats-io/jetstream';
import { withBroker } from './nats';
import { schemasOf, type Resting } from './rest';

/** What is going on in an office that does not do what a test waits for, a line each. */
export async function doings(office: Resting): Promise<string[]> {
  const told = [statements(office), unfinished(office)].map((lines) => lines.catch((error: Error) => [error.message]));
  return (await Promise.all(told)).flat();
}

async function statements({ query }: Resting): Promise<string[]> {
  const rows = await query<{ line: string }>(
    `SELECT concat_ws(' ', usename, state, wait_event_type, wait_event, now() - state_change, left(query, 120)) AS line
     FROM pg_stat_activity WHERE state <> 'idle' AND pid <> pg_backend_pid()`,
  );
  return rows.map(({ line }) => line);
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
