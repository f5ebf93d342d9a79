import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/**
 * What is sent until the present tick is over leaves in one write: a write to a socket costs more than a statement takes
 * to make. pg writes each statement by itself.
 */
export function gatherWrites(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
