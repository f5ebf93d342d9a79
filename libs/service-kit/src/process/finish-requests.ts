import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { UnusedConnections } from './unused-connections';

/** A request may be on its way on a connection that looks idle from here. */
const graceMs = 300;
const sweepMs = 50;

/**
 * Stops listening, answers what has come in, and resolves when the last connection is closed. Connections kept open are
 * first left alone for a moment: whoever uses one is told with the answer to open the next one elsewhere.
 */
export async function finishRequests(server: Server, unused: UnusedConnections): Promise<void> {
  if (!server.listening) return;
  // http.Server's own close() would end idle connections at once, and with them requests under way.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  await Promise.race([closed, pause(graceMs)]);
  const sweep = setInterval(() => {
    server.closeIdleConnections();
    unused.end();
  }, sweepMs);
  await closed.finally(() => clearInterval(sweep));
}
