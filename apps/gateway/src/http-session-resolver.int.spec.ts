import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  doorService,
  newKeyFile,
  resolveSessionPath,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from '@property-office/access';
import { HttpSessionResolver, Upstreams } from './index';

const keys = newKeyFile(doorService);
const callers = new ServiceTokenVerifier(verifyingKeysOf(keys));
const session = { principal: { name: '王芳' } };
const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A directory that answers as `handle` says, and whoever asks it. */
async function resolverBefore(...handlers: Handler[]): Promise<HttpSessionResolver> {
  const addresses = await Promise.all(
    handlers.map(async (handle) => {
      const server = createServer((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (text: string) => (body += text));
        request.on('end', () => handle(request, response, body));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      closing.push(() => {
        server.closeAllConnections();
        server.close();
      });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }),
  );
  const signer = new ServiceTokenSigner(doorService, signingKeyOf(keys));
  const resolver = new HttpSessionResolver(new Upstreams({ directory: addresses }), signer);
  closing.push(() => resolver.close());
  return resolver;
}

test('directory is asked by the door, which proves that it is the door', async () => {
  const asked: string[] = [];
  const resolver = await resolverBefore((request, response, body) => {
    void callers.verify(String(request.headers['x-service-token'])).then((caller) => {
      asked.push(`${caller} ${request.method} ${request.url} ${body}`);
      response.end(JSON.stringify({ session: body.includes('good') ? session : null }));
    });
  });
  // Its second is that of a process which has asked before: the first call loads what it needs.
  await resolver.resolve('first').catch(() => undefined);
  expect(await resolver.resolve('good-token')).toEqual(session);
  expect(await resolver.resolve('no-session')).toBeNull();
  expect(asked.filter((call) => !call.includes('"first"'))).toEqual([
    `gateway POST ${resolveSessionPath} {"token":"good-token"}`,
    `gateway POST ${resolveSessionPath} {"token":"no-session"}`,
  ]);
});

test('a directory that is slow, refuses or talks nonsense has not said that there is no session', async () => {
  const slow = await resolverBefore(() => undefined);
  const from = performance.now();
  await expect(slow.resolve('token')).rejects.toThrow(/timeout/);
  expect(performance.now() - from).toBeLessThan(2_000);
  const refusing = await resolverBefore((_request, response) => response.writeHead(401).end('{}'));
  await expect(refusing.resolve('token')).rejects.toThrow('directory answered 401');
  const nonsense = await resolverBefore((_request, response) => response.end('<html>'));
  await expect(nonsense.resolve('token')).rejects.toThrow(/JSON/);
  const empty = await resolverBefore((_request, response) => response.end('{}'));
  await expect(empty.resolve('token')).rejects.toThrow('no answer');
  await expect((await resolverBefore()).resolve('token')).rejects.toThrow('no address');
});

test('a replica of directory that is away or stopping costs no look-up', async () => {
  const whole = (_request: IncomingMessage, response: ServerResponse) => response.end(JSON.stringify({ session }));
  const failing: Handler[] = [(request) => request.socket.destroy(), (_request, response) => response.writeHead(503).end('{}')];
  await (await resolverBefore(whole)).resolve('first').catch(() => undefined);
  for (const fails of failing) {
    const resolver = await resolverBefore(fails, whole);
    expect(await Promise.all([1, 2, 3, 4].map(() => resolver.resolve('token')))).toEqual([session, session, session, session]);
  }
  const alone = await resolverBefore(failing[0]!, failing[0]!);
  await expect(alone.resolve('token')).rejects.toThrow('other side closed');
});
