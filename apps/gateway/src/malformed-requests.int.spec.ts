import {
  mountedDeployment,
  proxiedDeployment,
  rawExchange,
  ToySessions,
  type Running,
} from './deployments.fixture';

const sessions = new ToySessions();
const token = sessions.begin();
let mounted: Running;
let proxied: Running;

beforeAll(async () => {
  mounted = await mountedDeployment(sessions);
  proxied = await proxiedDeployment(sessions);
});
afterAll(async () => {
  await Promise.all([mounted.stop(), proxied.stop()]);
});

const auth = `Authorization: Bearer ${token}\r\n`;
const jsonBody = (body: string, more = ''): string =>
  `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;

/** What is sent after the request line's method, and the status and code it is refused with. */
const table: Array<[name: string, bytes: string, status: number, code: string]> = [
  ['undeclared path', `GET /api/nothing HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['route that is mounted but not declared', `GET /api/undeclared HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['page that is mounted but not declared', `GET /undeclared/page HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['internal route', `GET /internal/secrets HTTP/1.1\r\n${auth}X-Service-Token: x\r\n\r\n`, 404, 'not-found'],
  ['internal route in disguise', `GET /%69nternal/secrets HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  [
    'internal route by way of the API',
    `GET /api/../internal/secrets HTTP/1.1\r\n${auth}\r\n`,
    404,
    'not-found',
  ],
  ['nothing of ours', `GET /wp-login.php HTTP/1.1\r\n\r\n`, 404, 'not-found'],
  ['trailing slash', `GET /api/repair-requests/17/ HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['doubled slash', `GET //api/repair-requests HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['encoded parent folder', `GET /api/repair-requests/%2e%2e HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['encoded dot', `GET /api/repair-requests/%2e HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['encoded slash', `GET /api/repair-requests/..%2finternal HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['encoded backslash', `GET /api/repair-requests/a%5cb HTTP/1.1\r\n${auth}\r\n`, 404, 'not-found'],
  ['wrong method', `DELETE /api/repair-requests/17 HTTP/1.1\r\n${auth}\r\n`, 405, 'method-not-allowed'],
  ['wrong method without a session', `PUT /api/repair-requests HTTP/1.1\r\n\r\n`, 405, 'method-not-allowed'],
  [
    'preflight of another site',
    `OPTIONS /api/repair-requests HTTP/1.1\r\nOrigin: https://evil.example\r\n\r\n`,
    405,
    'method-not-allowed',
  ],
  [
    'broken escape in the path',
    `GET /api/repair-requests/%zz HTTP/1.1\r\n${auth}\r\n`,
    400,
    'malformed-request',
  ],
  ['half an escape', `GET /api/repair-requests/% HTTP/1.1\r\n${auth}\r\n`, 400, 'malformed-request'],
  [
    'bytes that are no UTF-8',
    `GET /api/repair-requests/%ff HTTP/1.1\r\n${auth}\r\n`,
    400,
    'malformed-request',
  ],
  [
    'no UTF-8 in the query',
    `GET /api/repair-requests?q=%ff HTTP/1.1\r\n${auth}\r\n`,
    400,
    'invalid-characters',
  ],
  ['NUL in the path', `GET /api/repair-requests/%00 HTTP/1.1\r\n${auth}\r\n`, 400, 'invalid-characters'],
  [
    'reading with a body',
    `GET /api/repair-requests HTTP/1.1\r\n${auth}Content-Length: 2\r\n\r\n{}`,
    400,
    'body-not-expected',
  ],
  ['no session', `GET /api/repair-requests HTTP/1.1\r\n\r\n`, 401, 'not-signed-in'],
  [
    'malformed bearer token',
    `GET /api/repair-requests HTTP/1.1\r\nAuthorization: Bearer a b\r\n\r\n`,
    401,
    'not-signed-in',
  ],
  [
    'another scheme',
    `GET /api/repair-requests HTTP/1.1\r\nAuthorization: Basic eDp5\r\n\r\n`,
    401,
    'not-signed-in',
  ],
  [
    'no session and a body',
    `POST /api/repair-requests HTTP/1.1\r\n${jsonBody('{"description":"x"}')}`,
    401,
    'not-signed-in',
  ],
  [
    'no session and a malformed body',
    `POST /api/repair-requests HTTP/1.1\r\n${jsonBody('{')}`,
    401,
    'not-signed-in',
  ],
  [
    'malformed JSON',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}${jsonBody('{"description":')}`,
    400,
    'invalid-json',
  ],
  [
    'no body',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}Content-Length: 0\r\n\r\n`,
    400,
    'invalid-fields',
  ],
  [
    'unknown field',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}${jsonBody('{"description":"x","more":1}')}`,
    400,
    'invalid-fields',
  ],
  [
    'text instead of JSON',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}Content-Type: text/plain\r\nContent-Length: 1\r\n\r\nx`,
    415,
    'unsupported-media-type',
  ],
  [
    'a malformed content type',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}Content-Type: ;\r\nContent-Length: 2\r\n\r\n{}`,
    415,
    'unsupported-media-type',
  ],
  [
    'a body said to be too large',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}Content-Type: application/json\r\nContent-Length: 9999999\r\n\r\n{`,
    413,
    'body-too-large',
  ],
  [
    'two lengths',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    400,
    'malformed-request',
  ],
  [
    'length and chunks',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'malformed-request',
  ],
  [
    'a length that is none',
    `POST /api/repair-requests HTTP/1.1\r\n${auth}Content-Length: -1\r\n\r\n`,
    400,
    'malformed-request',
  ],
  ['no HTTP at all', `hello\r\n\r\n`, 400, 'malformed-request'],
  [
    'headers without end',
    `GET /api/repair-requests HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'malformed-request',
  ],
];

test.each(table)('%s is refused alike, mounted and proxied', async (_name, bytes, status, code) => {
  const sent = bytes.replace('HTTP/1.1\r\n', 'HTTP/1.1\r\nHost: office\r\nConnection: close\r\n');
  const answers = [parse(await rawExchange(mounted.url, sent)), parse(await rawExchange(proxied.url, sent))];
  expect(answers[0]).toMatchObject({
    status,
    problem: { status, code },
    type: expect.stringMatching(/^application\/problem\+json/),
  });
  expect(answers[1]).toEqual(answers[0]);
});

test('a wrong method is told the right ones', async () => {
  for (const { url } of [mounted, proxied]) {
    const answer = await fetch(`${url}/api/repair-requests`, { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  }
});

test('HEAD is answered like GET, without a body', async () => {
  for (const { url } of [mounted, proxied]) {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}/api/repair-requests`, { method: 'HEAD', headers });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  }
});

test('a refusal speaks the language of the client', async () => {
  for (const { url } of [mounted, proxied]) {
    const title = async (language: string) =>
      (
        (await (
          await fetch(`${url}/api/repair-requests`, { headers: { 'accept-language': language } })
        ).json()) as { title: string }
      ).title;
    expect([await title('zh-CN'), await title('en')]).toEqual(['请先登录', 'Not signed in']);
  }
});

/** Everything a client can tell apart, but for ids and the time. */
function parse(answer: string) {
  const [head, body = ''] = answer.split('\r\n\r\n');
  const [first, ...lines] = head!.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const {
    date: _date,
    'x-request-id': _id,
    'content-length': _length,
    'transfer-encoding': _encoding,
    ...kept
  } = headers;
  const text = /^\{[^]*\}/.exec(body.replace(/^[0-9a-f]+\r\n/, ''))?.[0] ?? '{}';
  const { requestId, ...problem } = JSON.parse(text) as Record<string, unknown>;
  return {
    status: Number(first!.split(' ')[1]),
    type: headers['content-type'],
    problem,
    headers: kept,
    named: requestId !== undefined,
  };
}
