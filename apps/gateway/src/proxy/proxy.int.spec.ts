import {
  createServer,
  request as clientRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { waitFor } from '@property-office/testing';
import { gatewayBefore, ToySessions, type Running } from '../deployments.fixture';

const sessions = new ToySessions();
const headers = { authorization: `Bearer ${sessions.begin('importer')}` };
const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
interface Replica {
  url: string;
  /** Method, path and body of what arrived whole. */
  requests: string[];
  server: Server;
}

/** A service written with Node alone, to misbehave in ways a framework would not. */
async function replica(handle: Handler): Promise<Replica> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      requests.push(`${request.method} ${request.url} ${body}`);
      handle(request, response);
    });
    request.on('error', () => undefined);
  });
  return { url: await listen(server), requests, server };
}

async function listen(server: Server | TcpServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function gateway(...addresses: string[]): Promise<Running> {
  const running = await gatewayBefore(addresses, sessions);
  closing.push(() => running.stop());
  return running;
}

const answers: Handler = (_request, response) => {
  response.writeHead(201, {
    'content-type': 'application/json',
    location: '/api/repair-requests/1',
    'set-cookie': ['a=1', 'b=2'],
    'x-powered-by': 'x',
  });
  response.end('{"id":"1"}');
};
const breaksOff: Handler = (request) => request.socket.destroy();
const report = (url: string, key?: string, body = '{"description":"漏水"}') =>
  fetch(`${url}/api/repair-requests`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    body,
  });

/** An address where nobody listens. */
async function deserted(): Promise<string> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

test('the request arrives as it was sent and the answer as it was given', async () => {
  const service = await replica(answers);
  const { url } = await gateway(service.url);
  const answer = await report(url);
  expect(service.requests).toEqual(['POST /api/repair-requests {"description":"漏水"}']);
  expect([answer.status, await answer.json()]).toEqual([201, { id: '1' }]);
  expect(answer.headers.get('location')).toBe('/api/repair-requests/1');
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(answer.headers.get('x-powered-by')).toBeNull();
  await fetch(`${url}/api/repair-requests?q=%E6%BC%8F%E6%B0%B4&limit=5`, { headers });
  expect(service.requests[1]).toBe('GET /api/repair-requests?q=%E6%BC%8F%E6%B0%B4&limit=5 ');
});

test('a keyed request whose connection broke is sent once more, to another replica', async () => {
  const [broken, healthy] = [await replica(breaksOff), await replica(answers)];
  const { url } = await gateway(broken.url, healthy.url);
  expect((await report(url, 'key-1')).status).toBe(201);
  expect([broken.requests, healthy.requests]).toEqual([
    ['POST /api/repair-requests {"description":"漏水"}'],
    ['POST /api/repair-requests {"description":"漏水"}'],
  ]);
  // The broken one rests: the next ones go to the other without trying it.
  expect([(await report(url, 'key-2')).status, (await report(url, 'key-3')).status]).toEqual([201, 201]);
  expect([broken.requests.length, healthy.requests.length]).toEqual([1, 3]);
});

test('where there is one replica only, it is asked again', async () => {
  let first = true;
  const service = await replica((request, response) => {
    if (first) breaksOff(request, response);
    else answers(request, response);
    first = false;
  });
  const { url } = await gateway(service.url);
  expect((await report(url, 'key')).status).toBe(201);
  expect(service.requests.length).toBe(2);
});

test('it is repeated once, not more', async () => {
  const service = await replica(breaksOff);
  const { url } = await gateway(service.url);
  const answer = await report(url, 'key');
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, 'unknown-outcome']);
  expect(service.requests.length).toBe(2);
});

test('where the first may have done it and the second refuses, nobody knows whether it took effect', async () => {
  const service = await replica((request) => {
    service.server.close();
    breaksOff(request, undefined as never);
  });
  const { url } = await gateway(service.url, await deserted());
  const outcomes: unknown[] = [];
  for (const key of ['k1', 'k2']) {
    const answer = await report(url, key);
    outcomes.push([answer.status, ((await answer.json()) as { code: string }).code]);
  }
  expect(outcomes).toEqual([[503, 'unknown-outcome'], [503, 'unavailable']]);
  expect(service.requests.length).toBe(1);
});

test('a request without a key is never sent twice', async () => {
  const [one, two] = [await replica(breaksOff), await replica(breaksOff)];
  const { url } = await gateway(one.url, two.url);
  const answer = await report(url);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, 'unknown-outcome']);
  expect(one.requests.length + two.requests.length).toBe(1);
});

test('a keyed request too large to be held is sent once', async () => {
  const service = await replica(breaksOff);
  const { url } = await gateway(service.url);
  expect((await report(url, 'key', JSON.stringify({ description: 'x'.repeat(70_000) }))).status).toBe(503);
  expect(service.requests.length).toBe(1);
});

test('a read is repeated', async () => {
  const [broken, healthy] = [await replica(breaksOff), await replica(answers)];
  const { url } = await gateway(broken.url, healthy.url);
  expect((await fetch(`${url}/api/repair-requests`, { headers })).status).toBe(201);
  expect([broken.requests.length, healthy.requests.length]).toEqual([1, 1]);
});

test('an answer that has begun is not asked for again, and does not look whole when it breaks', async () => {
  const service = await replica((_request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half');
    setTimeout(() => response.destroy(), 50);
  });
  const { url } = await gateway(service.url);
  const answer = await fetch(`${url}/api/repair-requests`, { headers });
  await expect(answer.text()).rejects.toThrow('terminated');
  expect(service.requests.length).toBe(1);
});

test('a replica that says it is stopping is left out, and what it refused goes to another', async () => {
  const stopping = await replica((_request, response) => {
    response.writeHead(503, { connection: 'close', 'content-type': 'text/plain' });
    response.end('closing');
  });
  const healthy = await replica(answers);
  const { url } = await gateway(stopping.url, healthy.url);
  expect((await fetch(`${url}/api/repair-requests`, { headers })).status).toBe(201);
  expect((await report(url)).status).toBe(201);
  expect([stopping.requests.length, healthy.requests.length]).toEqual([1, 2]);
});

test('a service that says 503 itself is heard, and asked once', async () => {
  const service = await replica((_request, response) =>
    response.writeHead(503, { 'retry-after': '7' }).end(),
  );
  const { url } = await gateway(service.url);
  const answer = await fetch(`${url}/api/repair-requests`, { headers });
  expect([answer.status, answer.headers.get('retry-after'), service.requests.length]).toEqual([503, '7', 1]);
});

test('a service that is away is 503 with Retry-After, at once', async () => {
  const { url } = await gateway(await deserted());
  const undone = '您的操作没有生效，请稍后重试。';
  for (const [ask, said] of [
    [() => report(url), undone],
    [() => report(url, 'key'), undone],
    [() => fetch(`${url}/api/repair-requests`, { headers }), '暂时无法读取，请稍后再试。'],
  ] as const) {
    const from = performance.now();
    const answer = await ask();
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, answer.headers.get('retry-after'), code, detail]).toEqual([503, '2', 'unavailable', said]);
    expect(performance.now() - from).toBeLessThan(1_000);
  }
});

test('a service that does not even take the connection is 503 within three seconds', async () => {
  // 192.0.2.0/24 is routed nowhere (RFC 5737); a machine without a route refuses at once, which is as good.
  const { url } = await gateway('http://192.0.2.1:81');
  const from = performance.now();
  const answer = await fetch(`${url}/api/repair-requests`, { headers });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  expect(performance.now() - from).toBeLessThan(3_000);
});

test('a service nobody configured is 503', async () => {
  const { url } = await gateway();
  expect((await fetch(`${url}/api/repair-requests`, { headers })).status).toBe(503);
});

test('when the client goes away, so does the request to the service', async () => {
  let gone = false;
  const service = await replica((request) => request.socket.once('close', () => void (gone = true)));
  const { url } = await gateway(service.url);
  const aborted = new AbortController();
  const asking = fetch(`${url}/api/repair-requests`, { headers, signal: aborted.signal });
  await waitFor(() => service.requests.length === 1, { what: 'the request to arrive' });
  aborted.abort();
  await expect(asking).rejects.toThrow('aborted');
  await waitFor(() => gone, { what: 'the service to see it' });
  expect(service.requests.length).toBe(1);
});

test('a client that stops in the middle of its body leaves nothing behind', async () => {
  let begun = false;
  let aborted = false;
  const server = createServer((request) => {
    request.on('data', () => void (begun = true)).once('error', () => void (aborted = true));
  });
  const { url } = await gateway(await listen(server));
  const sending = clientRequest(`${url}/api/repair-requests`, { method: 'POST', headers }).on(
    'error',
    () => undefined,
  );
  sending.write('{"description":');
  await waitFor(() => begun, { what: 'the body to begin to arrive' });
  sending.destroy();
  await waitFor(() => aborted, { what: 'the service to see that the body breaks off' });
});

test('a service may refuse before it has read the body', async () => {
  const server = createServer((_request, response) =>
    response.writeHead(415, { 'content-type': 'application/json' }).end('{"early":true}'),
  );
  const { url } = await gateway(await listen(server));
  const answer = await report(url, undefined, JSON.stringify({ description: 'x'.repeat(900_000) }));
  expect([answer.status, await answer.json()]).toEqual([415, { early: true }]);
});
