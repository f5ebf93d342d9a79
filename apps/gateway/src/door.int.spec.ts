import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import {
  mountedDeployment,
  proxiedDeployment,
  rawExchange,
  seen,
  ToySessions,
  type Running,
} from './deployments.fixture';

const sessions = new ToySessions();
const deployments = { mounted: mountedDeployment, proxied: proxiedDeployment };
type Kind = keyof typeof deployments;
const running = {} as Record<Kind, Running>;

beforeAll(async () => {
  running.mounted = await mountedDeployment(sessions);
  running.proxied = await proxiedDeployment(sessions);
});
afterAll(async () => {
  await Promise.all(Object.values(running).map((each) => each.stop()));
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const json = { 'content-type': 'application/json' };
interface Echo {
  id: string;
  name: string;
  headers: Record<string, string>;
}

describe.each(['mounted', 'proxied'] as const)('the door, %s', (kind) => {
  const at = (path: string) => running[kind].url + path;

  test('lets a session in and tells the service who it is, from where, under which id', async () => {
    const forged = {
      'x-principal': 'forged',
      'x-service-token': 'forged',
      'x-request-id': 'mine',
      'x-forwarded-for': '8.8.8.8',
    };
    const answer = await fetch(at('/api/repair-requests/17'), {
      headers: { ...bearer(sessions.begin()), ...forged, cookie: 'other=1' },
    });
    expect(answer.status).toBe(200);
    const { id, name, headers } = (await answer.json()) as Echo;
    expect({ id, name }).toEqual({ id: '17', name: '王芳' });
    expect(headers['x-principal']).not.toContain('forged');
    expect(headers['x-service-token']).toBeUndefined();
    expect(headers['x-request-id']).toBe(answer.headers.get('x-request-id'));
    expect(headers['x-request-id']).not.toBe('mine');
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect([headers.authorization, headers.cookie]).toEqual([undefined, undefined]);
  });

  test('continues the trace of the client', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { ...bearer(sessions.begin()), traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const echo = (await (await fetch(at('/api/repair-requests/17'), { headers })).json()) as Echo;
    expect(echo.headers.traceparent).toContain(traceId);
  });

  test('a forged principal without a session is nobody', async () => {
    const real = (await (
      await fetch(at('/api/repair-requests/17'), { headers: bearer(sessions.begin()) })
    ).json()) as Echo;
    const stolen = await fetch(at('/api/repair-requests/17'), {
      headers: { 'x-principal': real.headers['x-principal']! },
    });
    expect(stolen.status).toBe(401);
    expect(stolen.headers.get('www-authenticate')).toBe('Bearer');
    const named = await rawExchange(
      running[kind].url,
      'POST /api/sessions HTTP/1.1\r\nHost: x\r\nConnection: close, x-thing\r\nX-Principal: forged\r\nContent-Length: 0\r\n\r\n',
    );
    expect(named).toMatch(/^HTTP\/1.1 201 [^]*"name":null/);
  });

  test('a public route works without a session, and knows one that is there', async () => {
    const nobody = await fetch(at('/api/sessions'), { method: 'POST' });
    expect([nobody.status, await nobody.json()]).toEqual([201, { name: null }]);
    const somebody = await fetch(at('/api/sessions'), { method: 'POST', headers: bearer(sessions.begin()) });
    expect(await somebody.json()).toEqual({ name: '王芳' });
    const former = await fetch(at('/api/sessions'), {
      method: 'POST',
      headers: { cookie: 'session=token-long-since-ended' },
    });
    expect([former.status, await former.json()]).toEqual([201, { name: null }]);
  });

  test('a cookie works for pages of our own, not for those of others', async () => {
    const cookie = { cookie: `session=${sessions.begin()}` };
    const post = (headers: Record<string, string>) =>
      fetch(at('/api/repair-requests'), {
        method: 'POST',
        headers: { ...json, ...cookie, ...headers },
        body: '{"description":"漏水"}',
      });
    expect((await fetch(at('/api/repair-requests'), { headers: cookie })).status).toBe(200);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    const before = seen.reports.length;
    const crossed = await post({ 'sec-fetch-site': 'cross-site' });
    expect([crossed.status, ((await crossed.json()) as { code: string }).code]).toEqual([403, 'cross-site']);
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    expect(seen.reports.length).toBe(before);
  });

  test('an ended session is refused, and its look-ups are shared until then', async () => {
    const token = sessions.begin();
    const ask = async () => (await fetch(at('/api/repair-requests'), { headers: bearer(token) })).status;
    const [before, from] = [sessions.asked, performance.now()];
    expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(Array(20).fill(200));
    // One for each 0.9 s that it took them all: so long an answer is kept.
    expect(sessions.asked - before).toBeLessThanOrEqual(1 + Math.floor((performance.now() - from) / 900));
    sessions.end(token);
    await waitFor(async () => (await ask()) === 401, { what: 'the session to be refused' });
  });

  test('not knowing a session is 503, never 401', async () => {
    const token = sessions.begin();
    sessions.away = true;
    try {
      const answer = await fetch(at('/api/repair-requests'), { headers: bearer(token) });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    } finally {
      sessions.away = false;
    }
  });

  test('an event stream comes through live, ends with its session, and lets go of the service when the client does', async () => {
    const token = sessions.begin();
    const open = async () => {
      const aborted = new AbortController();
      const answer = await fetch(at('/api/stream'), { headers: bearer(token), signal: aborted.signal });
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      return { answer, reader, aborted };
    };
    const started = seen.openStreams;
    seen.silent = true;
    const first = await open();
    // Open before there is any event.
    expect(first.answer.headers.get('content-type')).toBe('text/event-stream');
    seen.silent = false;
    expect((await first.reader.read()).value).toContain('id: 1');
    expect(seen.openStreams).toBe(started + 1);
    first.aborted.abort();
    await waitFor(() => seen.openStreams === started, {
      what: 'the service to see that the client went away',
    });

    const second = await open();
    sessions.end(token);
    const readAll = async () => {
      while (!(await second.reader.read()).done);
    };
    await readAll().catch(() => undefined);
    await waitFor(() => seen.openStreams === started, { what: 'the service to be let go' });
  });

  test('an event stream ends when what its person may do has changed, as when a delegation ends (G1)', async () => {
    const token = sessions.begin();
    const lent = { forPersonId: newId(), kind: 'approvals' as const, roles: [{ role: 'director' as const, siteId: null }] };
    sessions.change(token, { deputyships: [lent] });
    const answer = await fetch(at('/api/stream'), { headers: bearer(token) });
    const reader = answer.body!.getReader();
    await reader.read();
    sessions.change(token, { deputyships: [] });
    const readAll = async () => {
      while (!(await reader.read()).done);
    };
    await readAll().catch(() => undefined);
    // The session itself goes on: who comes back is let in.
    const again = await fetch(at('/api/stream'), { headers: bearer(token) });
    expect(again.status).toBe(200);
    await again.body!.cancel();
  });

  const [site, crew, home] = [newId(), newId(), newId()];
  const rights = { roles: [{ role: 'desk', siteId: site }, { role: 'resident', siteId: site }], crews: [crew], homes: [home, site] } as const;
  test.each<[string, Parameters<ToySessions['change']>[1], 'cut' | 'open']>([
    ['loses a role', { roles: [rights.roles[1]] }, 'cut'],
    ['leaves a crew', { crews: [] }, 'cut'],
    ['moves into a home', { homes: [home, site, crew] }, 'cut'],
    ['holds the same, told in another order', { roles: [rights.roles[1], rights.roles[0]], homes: [site, home] }, 'open'],
  ])('an event stream of who %s', async (_, change, is) => {
    const token = sessions.begin();
    sessions.change(token, { roles: [...rights.roles], crews: [...rights.crews], homes: [...rights.homes] });
    await waitFor(() => seen.openStreams === 0, { what: 'the streams of others to be let go' });
    const aborted = new AbortController();
    const answer = await fetch(at('/api/stream'), { headers: bearer(token), signal: aborted.signal });
    expect(seen.openStreams).toBe(1);
    sessions.change(token, change);
    // Each look is a second after the one before, and what it knows of a session is up to a second old.
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    expect(seen.openStreams).toBe(is === 'cut' ? 0 : 1);
    aborted.abort();
    await answer.body!.cancel().catch(() => undefined);
    await waitFor(() => seen.openStreams === 0, { what: 'the service to be let go' });
  });

  test('the API document and its page come from here, with a policy they work under', async () => {
    const document = await fetch(at('/api/openapi.json'));
    expect(((await document.json()) as { openapi: string }).openapi).toBe('3.1.0');
    const again = await fetch(at('/api/openapi.json'), {
      headers: { 'if-none-match': document.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    const page = await (await fetch(at('/api/docs'))).text();
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
    expect(loaded).toEqual(
      expect.arrayContaining([
        '/api/docs/swagger-ui-bundle.js',
        '/api/docs/start.js',
        '/api/docs/swagger-ui.css',
      ]),
    );
    for (const path of loaded) expect((await fetch(at(path))).status).toBe(200);
    expect(page).not.toMatch(/<script>|https?:|style=/);
  });

  test('health and metrics answer as the process’s own', async () => {
    expect((await fetch(at('/health/live'))).status).toBe(200);
    expect((await fetch(at('/health/ready'))).status).toBe(200);
    await fetch(at('/api/nothing'));
    expect(await (await fetch(at('/metrics'))).text()).toMatch(/door_refusals_total\{status="404"\} [1-9]/);
    const forEverybody = { headers: { 'x-forwarded-for': '127.0.0.1' } };
    expect((await fetch(at('/metrics'), forEverybody)).status).toBe(404);
  });

  test('every answer carries the security headers', async () => {
    for (const path of ['/api/nothing', '/api/repair-requests', '/health/live', '/api/docs', '/%']) {
      const { headers } = await fetch(at(path));
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
      expect([headers.get('x-content-type-options'), headers.get('strict-transport-security')]).toEqual(['nosniff', null]);
    }
  });
});

test.each(['mounted', 'proxied'] as const)(
  'beyond its share a session is told when to come back, %s',
  async (kind) => {
    const limits = {
      session: { burst: 2, perSecond: 0.1 },
      address: { burst: 2, perSecond: 0.1 },
      failures: { burst: 1, perSecond: 0.1 },
    };
    const { url, stop } = await deployments[kind](sessions, { limits });
    try {
      const get = (token: string) => fetch(`${url}/api/repair-requests`, { headers: bearer(token) });
      const [desk, importer] = [sessions.begin(), sessions.begin('importer')];
      const answers = [await get(desk), await get(desk), await get(desk)];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
      expect(answers[2]!.headers.get('retry-after')).toBe('10');
      for (let n = 0; n < 5; n++) expect((await get(importer)).status).toBe(200);
      expect((await get('token-that-never-was')).status).toBe(401);
      const asked = sessions.asked;
      expect((await get('token-that-never-was-2')).status).toBe(429);
      expect(sessions.asked).toBe(asked);
      expect((await get(importer)).status).toBe(200); // Signed in, at the same address.
      sessions.end(importer);
      await waitFor(async () => (await get(importer)).status === 401, { what: 'the session to be refused' });
      expect((await get(importer)).status).toBe(429);
    } finally {
      await stop();
    }
  },
);

test.each(['mounted', 'proxied'] as const)(
  'stopping ends the streams instead of waiting for them, %s',
  async (kind) => {
    const { url, stop } = await deployments[kind](sessions);
    const answer = await fetch(`${url}/api/stream`, { headers: bearer(sessions.begin()) });
    const from = performance.now();
    await stop();
    expect(performance.now() - from).toBeLessThan(1_500);
    await answer.body!.cancel().catch(() => undefined);
  },
);

test('a request that did not come by the main listener is cleaned as well', async () => {
  // For "localhost" Fastify opens a second listener that knows nothing of the first one's; inject goes by none.
  const { http } = running.mounted;
  const headers = { ...bearer(sessions.begin()), 'x-principal': 'forged', 'x-request-id': 'mine' };
  const answer = await http.inject({ url: '/api/repair-requests/17', headers });
  const echo = answer.json<Echo>();
  expect(echo.headers['x-principal']).toMatch(/^ey/);
  expect(echo.headers['x-request-id']).not.toBe('mine');
  expect(answer.headers['content-security-policy']).toBeDefined();
  expect((await http.inject({ url: '/internal/secrets' })).statusCode).toBe(404);
});
