import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection } from './connection';
import { Stopped, Unreachable } from './failures';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let connection: Connection;
const keys: unknown[] = [];
const stop = new AbortController();

/** A server that answers each request in its turn. */
async function serve(turns: Answering[], patienceMs = 10_000): Promise<void> {
  keys.length = 0;
  server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    (turns.shift() ?? ok)(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  connection = new Connection({ url, width: 2, patienceMs, stop: stop.signal });
}

const ok: Answering = (_, response) =>
  void response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}');
const broken: Answering = (request) => void request.socket.destroy();
const busy: Answering = (_, response) => void response.writeHead(503, { 'retry-after': '1' }).end();

afterEach(async () => {
  await connection.close();
  server.closeAllConnections();
  server.close();
});

it('repeats under one key until an answer stands', async () => {
  await serve([broken, busy, broken]);
  const start = performance.now();
  const answer = await connection.send({ method: 'POST', path: '/api/a', body: {}, key: 'k1' });
  expect(answer).toEqual({ status: 201, body: { id: '1' } });
  expect(keys).toEqual(['k1', 'k1', 'k1', 'k1']);
  expect(performance.now() - start).toBeGreaterThan(1_000);
  expect([connection.answered, connection.repeated]).toEqual([1, 3]);
});

it('loses patience with an office that stays away', async () => {
  await serve([broken, broken, broken, broken, broken, broken], 250);
  await expect(connection.send({ method: 'GET', path: '/api/a' })).rejects.toThrow(Unreachable);
});

it('sends a file as a form does, and gives what is no JSON as its bytes', async () => {
  const bytes = Buffer.from([0x25, 0x50, 0x00, 0xff]);
  let sent = '';
  await serve([
    async (request, response) => {
      sent = Buffer.concat(await request.toArray()).toString();
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(bytes);
    },
  ]);
  const { body } = await connection.send({ method: 'POST', path: '/api/a', file: { name: 'a.pdf', content: Buffer.from('words') } });
  expect(sent).toMatch(/name="file"; filename="a.pdf"[^]*words/);
  expect(body).toEqual(bytes);
});

it('takes what comes with a refusal for no file, whatever it says it is', async () => {
  await serve([(_, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>no such page</h1>')]);
  expect(await connection.send({ method: 'GET', path: '/api/a' })).toEqual({ status: 404, body: undefined });
});

it('stops waiting when it is told to', async () => {
  await serve([busy]);
  const sent = connection.send({ method: 'GET', path: '/api/a' });
  setTimeout(() => stop.abort(), 100);
  await expect(sent).rejects.toThrow(Stopped);
});
