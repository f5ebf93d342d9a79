import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { FeedReader } from './feed-reader';
import type { FeedItem } from '../../persistence/live-feed';

const desk: Principal = { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [], crews: [], homes: [] };

/** More than the system's own buffers of a connection take. */
function crowded(from: number): { items: FeedItem[]; next: number; reset: boolean } {
  const now = new Date();
  const item = (i: number): FeedItem => ({
    position: from + i,
    type: 'tickets.repair-requested.v1',
    repairRequestId: newId(),
    number: 'R-20261128-'.padEnd(20_000, '1'),
    happenedAt: now,
    recordedAt: now,
    actorRole: 'resident',
    actorFor: null,
    data: { number: 'R-20261128-10001' },
  });
  return { items: Array.from({ length: 100 }, (_, i) => item(i)), next: from + 100, reset: false };
}

test('a client that reads nothing is let go; what it left unread ends with it', async () => {
  const responses: ServerResponse[] = [];
  const server = createServer((_, response) => responses.push(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const deaf = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  deaf.on('error', () => undefined);
  deaf.write('GET /api/stream HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(server, 'request');
  const [response] = responses;
  const closed = once(response!, 'close');
  new FeedReader(response!, { after: async (_, from) => crowded(from) }, desk, 'zh', 0).wake(100_000);
  await closed;
  expect(response!.destroyed).toBe(true);
  deaf.destroy();
  server.close();
});
