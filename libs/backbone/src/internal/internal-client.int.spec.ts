import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  newKeyFile,
  serviceTokenHeader,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from '@property-office/access';
import { HttpTransport } from './http-transport';
import { InternalClient } from './internal-client';

const keys = newKeyFile('tickets');
const signer = new ServiceTokenSigner('tickets', signingKeyOf(keys));

describe('asking another service', () => {
  const servers: Server[] = [];
  const transports: HttpTransport[] = [];

  afterEach(async () => {
    await Promise.all(transports.splice(0).map((transport) => transport.close()));
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function serving(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  function clientOf(...files: string[]): InternalClient {
    const transport = new HttpTransport({ files });
    transports.push(transport);
    return new InternalClient(
      () => signer,
      () => transport,
    );
  }
  const answering =
    (status: number, body: object): RequestListener =>
    (_, response) => {
      response.writeHead(status).end(JSON.stringify(body));
    };

  it('says who asks', async () => {
    let caller: Promise<string> | undefined;
    const address = await serving((request, response) => {
      caller = new ServiceTokenVerifier(verifyingKeysOf(keys)).verify(
        request.headers[serviceTokenHeader] as string,
      );
      response.end('{"done":true}');
    });
    expect(await clientOf(address).post('files', '/internal/things', {})).toEqual({ done: true });
    expect(await caller).toBe('tickets');
  });

  it.each<[string, RequestListener]>([
    ['does not answer', (request) => request.socket.destroy()],
    ['is stopping', (_, response) => response.writeHead(503).end('{}')],
  ])('goes to the next replica when one %s', async (_, fails) => {
    const gone = await serving(fails);
    const there = await serving(answering(200, { ok: 1 }));
    const client = clientOf(gone, there);
    expect([
      await client.post('files', '/internal/things', {}),
      await client.post('files', '/internal/things', {}),
    ]).toEqual([{ ok: 1 }, { ok: 1 }]);
  });

  it('refuses a call that flows.ts does not say', async () => {
    const client = clientOf(await serving(answering(200, {})));
    await expect(client.post('followups', '/internal/things', {})).rejects.toThrow('tickets calls followups, which flows.ts');
  });

  it('gives up after a second of silence', async () => {
    const silent = await serving(() => undefined);
    const began = performance.now();
    await expect(clientOf(silent).post('files', '/internal/things', {})).rejects.toMatchObject({
      code: 'unavailable',
      retryAfter: 2,
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  describe('in the name of somebody’s deputy', () => {
    const lent = { forPersonId: 'p2', kind: 'duty', roles: [{ role: 'director' }], crews: ['c1'] };
    const body = { caseId: 'x', principal: { personId: 'p1', roles: [{ role: 'desk' }], crews: [], homes: [], deputyships: [lent, lent] } };
    type Asked = typeof body;

    /** Refuses fields as 0.1.0 does, and keeps what it was asked. */
    async function refusing(wrong: (asked: Asked) => string[]): Promise<{ client: InternalClient; asked: Asked[] }> {
      const asked: Asked[] = [];
      const address = await serving((request, response) => {
        let text = '';
        request.on('data', (part: Buffer) => (text += part.toString()));
        request.on('end', () => {
          asked.push(JSON.parse(text) as Asked);
          const errors = wrong(asked.at(-1)!).map((pointer) => ({ pointer, message: '不认识的字段' }));
          if (errors.length > 0) answering(400, { status: 400, code: 'invalid-fields', errors })(request, response);
          else answering(200, { visible: true })(request, response);
        });
      });
      return { client: clientOf(address), asked };
    }

    it('asks once more without the deputyships that a version before does not know, and all else the same', async () => {
      const { client, asked } = await refusing(({ principal }) => ('deputyships' in principal ? ['/principal/deputyships'] : []));
      expect(await client.post('files', '/internal/things', body)).toEqual({ visible: true });
      const { deputyships: _, ...principal } = body.principal;
      expect(asked).toEqual([body, { caseId: 'x', principal }]);
    });

    it('asks once more without their crews where it knows deputyships only', async () => {
      const { client, asked } = await refusing(({ principal }) => principal.deputyships.flatMap((each, i) => ('crews' in each ? [`/principal/deputyships/${i}/crews`] : [])));
      expect(await client.post('files', '/internal/things', body)).toEqual({ visible: true });
      const { crews: _, ...without } = lent;
      expect(asked).toEqual([body, { caseId: 'x', principal: { ...body.principal, deputyships: [without, without] } }]);
    });

    it('asks once where all is understood, and where something else is refused', async () => {
      const knowing = await refusing(() => []);
      expect(await knowing.client.post('files', '/internal/things', body)).toEqual({ visible: true });
      const { client, asked } = await refusing(() => ['/caseId']);
      await expect(client.post('files', '/internal/things', body)).rejects.toThrow('files answered 400 to /internal/things');
      expect([knowing.asked, asked]).toEqual([[body], [body]]);
    });

    it('asks no third time', async () => {
      const { client, asked } = await refusing(() => ['/principal/deputyships']);
      await expect(client.post('files', '/internal/things', body)).rejects.toThrow('files answered 400 to /internal/things');
      expect(asked).toHaveLength(2);
    });
  });

  it('tells an outage of the other from a fault of ours', async () => {
    const failing = clientOf(await serving(answering(500, {})));
    await expect(failing.post('files', '/internal/things', {})).rejects.toMatchObject({
      code: 'unavailable',
    });
    const refusing = clientOf(await serving(answering(400, { code: 'invalid-fields' })));
    await expect(refusing.post('files', '/internal/things', {})).rejects.toThrow(
      'files answered 400 to /internal/things',
    );
    await expect(clientOf().post('files', '/internal/things', {})).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
