import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '@property-office/testing';
import { gatewayBefore, ToySessions, type Running } from '../deployments.fixture';
import { ReadinessWatch } from './readiness-watch';
import { Upstreams } from './upstreams';

const sessions = new ToySessions();
const headers = { authorization: `Bearer ${sessions.begin('importer')}`, 'content-type': 'application/json' };
const closing: Array<() => unknown> = [];
const said: string[] = [];
const log = { info: (line: string) => void said.push(line), warn: (line: string) => void said.push(line) };
afterEach(async () => {
  said.length = 0;
  for (const close of closing.splice(0).reverse()) await close();
});

/** A process of a service that is as ready as a test wants, and answers whatever it is asked all the same. */
class Replica {
  readiness: number | 'silent' = 200;
  /** What it does with each request, once it has counted it. */
  handle = (_request: IncomingMessage, response: ServerResponse): unknown =>
    response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
  asked = 0;
  url = '';
  private server: Server | undefined;

  async start(): Promise<this> {
    const server = (this.server = createServer((request, response) => {
      if (request.url === '/health/ready') {
        if (this.readiness !== 'silent') response.writeHead(this.readiness).end('{}');
        return;
      }
      this.asked += 1;
      request.resume().on('end', () => this.handle(request, response));
    }));
    await new Promise<void>((resolve) => server.listen(Number(this.url && new URL(this.url).port), '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    closing.push(() => this.stop());
    return this;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }
}

async function gatewayBeforeTwo(): Promise<{ one: Replica; other: Replica; gateway: Running }> {
  const [one, other] = [await new Replica().start(), await new Replica().start()];
  const upstreams = new Upstreams({ tickets: [one.url, other.url] });
  const gateway = await gatewayBefore(upstreams, sessions);
  closing.push(() => gateway.stop());
  const watch = new ReadinessWatch(upstreams, log);
  watch.start();
  closing.push(() => watch.stop());
  return { one, other, gateway };
}

const report = ({ url }: Running, key?: string) =>
  fetch(`${url}/api/repair-requests`, {
    method: 'POST',
    headers: { ...headers, ...(key && { 'idempotency-key': key }) },
    body: '{"description":"漏水"}',
  });
const read = ({ url }: Running) => fetch(`${url}/api/repair-requests`, { headers });

/** Requests that cannot be repeated: each stays where it was sent. @returns their statuses */
const several = async (gateway: Running) =>
  Promise.all([1, 2, 3, 4, 5, 6].map(async () => (await report(gateway)).status));
const allDone = [201, 201, 201, 201, 201, 201];

test.each([503, 'silent'] as const)('a replica that is not ready (%s) is left out, and taken back when it is', async (readiness) => {
  const { one, other, gateway } = await gatewayBeforeTwo();
  one.readiness = readiness;
  await waitFor(() => said.length === 1, { what: 'the gateway to notice' });
  expect(said[0]).toMatch(new RegExp(`^tickets at ${one.url} is left out: `));
  expect([await several(gateway), one.asked, other.asked]).toEqual([allDone, 0, 6]);
  one.readiness = 200;
  await waitFor(() => said.length === 2, { what: 'the gateway to notice' });
  expect(said[1]).toBe(`tickets at ${one.url} is ready: it is taken again`);
  expect([await several(gateway), one.asked, other.asked]).toEqual([allDone, 3, 9]);
});

test('a replica that refuses connections costs no request that can be repeated, then none at all, and is taken back', async () => {
  const { one, other, gateway } = await gatewayBeforeTwo();
  await one.stop();
  // At once, before the watch has seen it: in turn each of the two is the first to be asked.
  expect([(await report(gateway, 'k1')).status, (await report(gateway, 'k2')).status, (await read(gateway)).status]).toEqual([201, 201, 201]);
  await waitFor(() => said.length === 1, { what: 'the gateway to notice' });
  expect(await several(gateway)).toEqual(allDone);
  expect([one.asked, other.asked]).toEqual([0, 9]);
  await one.start();
  await waitFor(() => said.length === 2, { what: 'the gateway to notice' });
  expect([await several(gateway), one.asked, other.asked]).toEqual([allDone, 3, 12]);
});

test('where the connection breaks before an answer, a keyed or safe request is repeated on the other replica once, another never', async () => {
  const { one, other, gateway } = await gatewayBeforeTwo();
  const breaks = (request: IncomingMessage) => request.socket.destroy();
  one.handle = breaks;
  expect([(await report(gateway, 'k1')).status, (await read(gateway)).status]).toEqual([201, 201]);
  expect([one.asked, other.asked]).toEqual([1, 2]);
  other.handle = breaks;
  const kept = await report(gateway, 'k3');
  expect([kept.status, kept.headers.get('retry-after'), one.asked, other.asked]).toEqual([503, '2', 2, 3]);
  const unkeyed = await report(gateway);
  expect([unkeyed.status, unkeyed.headers.get('retry-after'), one.asked + other.asked]).toEqual([503, '2', 6]);
});

test('where none is ready, what they answer themselves is heard', async () => {
  const { one, other, gateway } = await gatewayBeforeTwo();
  for (const each of [one, other]) {
    each.readiness = 503;
    each.handle = (_, response) => response.writeHead(503, { 'retry-after': '7' }).end();
  }
  await waitFor(() => said.length === 2, { what: 'the gateway to notice' });
  expect((await report(gateway, 'key')).headers.get('retry-after')).toBe('7');
});
