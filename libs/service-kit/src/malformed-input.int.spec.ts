import { connect, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { Application } from './process/create-application';
import type { Problem } from './problems/problem';
import { toyApplication } from './toy-service.fixture';

const place = { place: '大堂' };
const json = { 'content-type': 'application/json' };
const post = (payload: unknown, headers: Record<string, string> = {}): InjectOptions => ({
  method: 'POST',
  url: '/api/repair-requests',
  headers: { ...json, ...headers },
  payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
});
const get = (url: string): InjectOptions => ({ method: 'GET', url });
const report = (fields: object): InjectOptions => post({ description: '漏水', location: place, ...fields });
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const id = '0193a000-0000-7000-8000-00000000000a';

// prettier-ignore
const table: Array<[what: string, request: InjectOptions, status: number, code: string, pointer?: string]> = [
  ['not JSON', post('{"description":'), 400, 'invalid-json'],
  ['an empty body', post(''), 400, 'invalid-json'],
  ['a byte order mark', post('\ufeff{}'), 400, 'invalid-json'],
  ['two values', post('{}{}'), 400, 'invalid-json'],
  ['a list for an object', post([]), 400, 'invalid-fields', ''],
  ['a text for an object', post('"x"'), 400, 'invalid-fields', ''],
  ['a number for an object', post('7'), 400, 'invalid-fields', ''],
  ['false for an object', post('false'), 400, 'invalid-fields', ''],
  ['null, which is an empty body', post('null'), 400, 'invalid-fields', '/description'],
  ['bytes that are not UTF-8', post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), 400, 'invalid-characters'],
  ['NUL in a value', post('{"description":"a\\u0000b"}'), 400, 'invalid-characters', '/description'],
  ['NUL in a name', post('{"a\\u0000":1}'), 400, 'invalid-characters'],
  ['a raw NUL', post('{"description":"a\0b"}'), 400, 'invalid-json'],
  ['half a surrogate pair', post('{"description":"\\ud83d"}'), 400, 'invalid-characters', '/description'],
  ['half a surrogate pair deep inside', report({ materials: [{ name: '\ude00' }] }), 400, 'invalid-characters', '/materials/0/name'],
  ['33 levels', post(deep(33)), 400, 'too-deep'],
  ['100,000 levels', post(deep(100_000)), 400, 'too-deep'],
  ['100,000 open levels', post('['.repeat(100_000)), 400, 'too-deep'],
  ['__proto__', post('{"__proto__":{"a":1}}'), 400, 'forbidden-name'],
  ['__proto__ spelt with escapes', post('{"\\u005f_proto__":{"a":1}}'), 400, 'forbidden-name'],
  ['constructor', post('{"constructor":{"prototype":{}}}'), 400, 'forbidden-name'],
  ['constructor inside', post('{"location":{"constructor":1}}'), 400, 'forbidden-name', '/location'],
  ['plain text', post('hello', { 'content-type': 'text/plain' }), 415, 'unsupported-media-type'],
  ['a form', post('a=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'unsupported-media-type'],
  ['an upload where none is taken', post('x', { 'content-type': 'multipart/form-data; boundary=x' }), 415, 'unsupported-media-type'],
  ['a content type that is none', post('{}', { 'content-type': ';;' }), 415, 'unsupported-media-type'],
  ['another charset', post('{}', { 'content-type': 'application/json; charset=gbk' }), 415, 'unsupported-media-type'],
  ['a compressed body', post('{}', { 'content-encoding': 'gzip' }), 415, 'unsupported-media-type'],
  ['more than 1 MiB', post(`"${'x'.repeat(1024 * 1024)}"`), 413, 'too-large'],

  ['an unknown field', report({ urgent: true }), 400, 'invalid-fields', '/urgent'],
  ['an unknown field inside', report({ location: { ...place, floor: 3 } }), 400, 'invalid-fields', '/location/floor'],
  ['a name with a slash', report({ 'a/b~c': 1 }), 400, 'invalid-fields', '/a~1b~0c'],
  ['a name of Object', report({ toString: 1, hasOwnProperty: 2 }), 400, 'invalid-fields', '/toString'],
  ['a field where none is taken', { ...post({ note: 'x' }), url: `/api/repair-requests/${id}/urge` }, 400, 'invalid-fields', '/note'],
  ['a list where nothing is taken', { ...post([1]), url: `/api/repair-requests/${id}/urge` }, 400, 'invalid-fields', ''],
  ['a missing text', post({ location: place }), 400, 'invalid-fields', '/description'],
  ['a blank text', report({ description: ' \u3000\n' }), 400, 'invalid-fields', '/description'],
  ['a text too long by one', report({ description: '漏'.repeat(2001) }), 400, 'invalid-fields', '/description'],
  ['a number for a text', report({ description: 7 }), 400, 'invalid-fields', '/description'],
  ['null for a text', report({ description: null }), 400, 'invalid-fields', '/description'],
  ['an object for a text', report({ description: { a: 1 } }), 400, 'invalid-fields', '/description'],
  ['a list for a text', report({ description: ['a'] }), 400, 'invalid-fields', '/description'],
  ['a control character in one line', report({ location: { place: 'a\u0007' } }), 400, 'invalid-fields', '/location/place'],
  ['null for an optional field', report({ urgency: null }), 400, 'invalid-fields', '/urgency'],
  ['a word not on the list', report({ urgency: 'now' }), 400, 'invalid-fields', '/urgency'],
  ['a missing object', post({ description: 'x' }), 400, 'invalid-fields', '/location'],
  ['a text for a nested object', report({ location: 'x' }), 400, 'invalid-fields', '/location'],
  ['a list for a nested object', report({ location: [place] }), 400, 'invalid-fields', '/location'],
  ['an id that is none', report({ location: { homeId: '7' } }), 400, 'invalid-fields', '/location/homeId'],
  ['a telephone number with letters', report({ phone: '138-CALL-ME' }), 400, 'invalid-fields', '/phone'],
  ['a telephone number of 4 digits', report({ phone: '1234' }), 400, 'invalid-fields', '/phone'],
  ['a day that does not exist', report({ seenAt: '2026-02-29T10:00:00Z' }), 400, 'invalid-fields', '/seenAt'],
  ['a time without a zone', report({ seenAt: '2026-11-23T10:00:00' }), 400, 'invalid-fields', '/seenAt'],
  ['a date only', report({ seenAt: '2026-11-23' }), 400, 'invalid-fields', '/seenAt'],
  ['a time as a number', report({ seenAt: 1763892000000 }), 400, 'invalid-fields', '/seenAt'],
  ['the year 1899', report({ seenAt: '1899-12-31T23:59:59Z' }), 400, 'invalid-fields', '/seenAt'],
  ['the year 2101', report({ seenAt: '2101-01-01T00:00:00Z' }), 400, 'invalid-fields', '/seenAt'],
  ['ids as one text', report({ attachmentIds: id }), 400, 'invalid-fields', '/attachmentIds'],
  ['an id twice', report({ attachmentIds: [id, id.toUpperCase()] }), 400, 'invalid-fields', '/attachmentIds'],
  ['ids that are objects', report({ attachmentIds: [{}] }), 400, 'invalid-fields', '/attachmentIds'],
  ['too many ids', report({ attachmentIds: Array.from({ length: 10 }, () => id) }), 400, 'invalid-fields', '/attachmentIds'],
  ['too many entries', report({ materials: Array.from({ length: 21 }, () => ({ name: 'x', quantity: 1 })) }), 400, 'invalid-fields', '/materials'],
  ['an entry that is no object', report({ materials: [1] }), 400, 'invalid-fields', '/materials/0'],
  ['a null entry', report({ materials: [null] }), 400, 'invalid-fields', '/materials/0'],
  ['a wrong field of an entry', report({ materials: [{ name: 'x', quantity: 1 }, { name: 'x', quantity: 0 }] }), 400, 'invalid-fields', '/materials/1/quantity'],
  ['a number as text', report({ materials: [{ name: 'x', quantity: '1' }] }), 400, 'invalid-fields', '/materials/0/quantity'],
  ['a fraction', report({ materials: [{ name: 'x', quantity: 1.5 }] }), 400, 'invalid-fields', '/materials/0/quantity'],
  ['a number without end', post(`{"description":"x","location":{"place":"x"},"materials":[{"name":"x","quantity":1e999}]}`), 400, 'invalid-fields', '/materials/0/quantity'],
  ['a flag as text', report({ mayEnter: 'true' }), 400, 'invalid-fields', '/mayEnter'],
  ['100,000 unknown names', report(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`n${n}`, 1]))), 400, 'invalid-fields', '/n0'],
  ['100,000 names in a text', report({ description: Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`n${n}`, 1])) }), 400, 'invalid-fields', '/description'],

  ['a key that is empty', post({}, { 'idempotency-key': '' }), 400, 'invalid-idempotency-key'],
  ['a key of 256 characters', post({ description: 'x', location: place }, { 'idempotency-key': 'x'.repeat(256) }), 400, 'invalid-idempotency-key'],
  ['a key that is not ASCII', post({ description: 'x', location: place }, { 'idempotency-key': 'schlüssel' }), 400, 'invalid-idempotency-key'],

  ['a limit of 0', get('/api/repair-requests?limit=0'), 400, 'invalid-fields', '?limit'],
  ['a limit of 101', get('/api/repair-requests?limit=101'), 400, 'invalid-fields', '?limit'],
  ['a limit that is empty', get('/api/repair-requests?limit='), 400, 'invalid-fields', '?limit'],
  ['a limit in hexadecimal', get('/api/repair-requests?limit=0x10'), 400, 'invalid-fields', '?limit'],
  ['two limits', get('/api/repair-requests?limit=1&limit=2'), 400, 'invalid-fields', '?limit'],
  ['a cursor that is not ours', get('/api/repair-requests?cursor=abc'), 400, 'invalid-fields', '?cursor'],
  ['a flag that is neither', get('/api/repair-requests?open=1'), 400, 'invalid-fields', '?open'],
  ['an unknown parameter', get('/api/repair-requests?page=2'), 400, 'invalid-fields', '?page'],
  ['__proto__ as a parameter', get('/api/repair-requests?__proto__=1'), 400, 'invalid-fields', '?__proto__'],
  ['NUL in a parameter', get('/api/repair-requests?q=a%00b'), 400, 'invalid-characters'],
  ['a broken encoding in a parameter', get('/api/repair-requests?q=%E4%BD'), 400, 'invalid-characters'],
  ['a percent sign alone', get('/api/repair-requests?q=100%'), 400, 'invalid-characters'],
  ['an encoded surrogate', get('/api/repair-requests?q=%ED%A0%80'), 400, 'invalid-characters'],
  ['a broken encoding in the path', get('/api/repair-requests/%E0%A4%A'), 400, 'malformed-request'],
  ['NUL in the path', get('/api/repair-requests/a%00b'), 400, 'invalid-characters'],

  ['an id in the path that is none', get('/api/repair-requests/7'), 404, 'not-found'],
  ['a path segment without end', get(`/api/repair-requests/${'x'.repeat(5000)}`), 414, 'malformed-request'],
  ['an unknown path', get('/api/nothing'), 404, 'not-found'],
  ['a method the path does not have', { method: 'PATCH', url: `/api/repair-requests/${id}`, headers: json, payload: '{}' }, 404, 'not-found'],
  ['a broken body for an unknown path', { method: 'POST', url: '/api/nothing', headers: json, payload: '{' }, 400, 'invalid-json'],

  ['an act in the future', { ...post({ happenedAt: '2026-11-23T10:01:00Z' }), url: `/api/repair-requests/${id}/cancel` }, 400, 'happened-in-future', '/happenedAt'],
  ['an act 73 hours ago', { ...post({ happenedAt: '2026-11-20T09:00:00Z', lateReason: '忘了' }), url: `/api/repair-requests/${id}/cancel` }, 400, 'happened-too-long-ago', '/happenedAt'],
  ['a late act without a reason', { ...post({ happenedAt: '2026-11-23T09:00:00Z' }), url: `/api/repair-requests/${id}/cancel` }, 400, 'late-reason-missing', '/lateReason'],
];

describe('malformed input', () => {
  let application: Application;
  beforeAll(async () => {
    application = await toyApplication();
  });
  afterAll(() => application.shutdown.run());

  it('is told from what is well formed', async () => {
    const nothing = [{}, null].map((body) => application.http.inject({ ...post(body), url: `/api/repair-requests/${id}/urge` }));
    expect((await Promise.all([...nothing, application.http.inject({ method: 'POST', url: `/api/repair-requests/${id}/urge` })])).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const response = await application.http.inject(
      report({
        description: '  厨房漏水\n很急 😀 ',
        seenAt: '2026-11-23T09:30:00+08:00',
        phone: '+86 138-0013-8000',
        attachmentIds: [id.toUpperCase()],
        materials: [{ name: '水管', quantity: 2 }],
        mayEnter: false,
      }),
    );
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({
      received: {
        description: '厨房漏水\n很急 😀',
        seenAt: '2026-11-23T01:30:00.000Z',
        phone: '+8613800138000',
        attachmentIds: [id],
        materials: [{ name: '水管', quantity: 2 }],
        mayEnter: false,
      },
    });
  });

  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    it.each(table)('%s', async (...[, request, status, code, pointer]) => {
      const response = await application.http.inject({
        ...request,
        headers: {
          ...request.headers,
          'accept-language': language === 'zh' ? 'zh-CN' : 'en-GB,en;q=0.9,zh;q=0.5',
        },
      });
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const problem = response.json<Problem>();
      expect([response.statusCode, problem.status, problem.code, problem.type]).toEqual([
        status,
        status,
        code,
        `/problems/${code}`,
      ]);
      expect(problem.instance).toBe(request.url?.toString().split('?')[0]);
      expect(response.headers['content-language']).toBe(language);
      const texts = [
        problem.title,
        problem.detail,
        ...(problem.errors ?? []).map(({ message }) => message),
      ].filter((text) => text !== undefined);
      for (const text of texts) expect(/\p{Script=Han}/u.test(text)).toBe(language === 'zh');
      if (pointer !== undefined) expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
      expect(JSON.stringify(problem)).not.toMatch(/node_modules|at \w+ \(|\.ts:/);
    });
  });

  it('is told as a person would tell it', async () => {
    const response = await application.http.inject(
      post({ location: place, phone: 'x', materials: [{ name: 'x', quantity: 0 }] }),
    );
    expect(response.json<Problem>().errors).toEqual([
      { pointer: '/description', message: '请填写问题描述（最多 2000 字）' },
      { pointer: '/phone', message: '请填写有效的联系电话（手机号或带区号的座机号）' },
      { pointer: '/materials/0/quantity', message: '数量应为 1 到 999 之间的整数' },
    ]);
  });

  it('is answered quickly, however large', async () => {
    const names = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`n${n}`, 1]));
    const began = performance.now();
    await application.http.inject(report({ description: names }));
    await application.http.inject(report(names));
    await application.http.inject(report({ attachmentIds: Array.from({ length: 300_000 }, () => 1) }));
    await application.http.inject(report({ materials: Array.from({ length: 300_000 }, () => ({})) }));
    // A quarter of a second on an idle machine; a cost that grows with the square would be minutes.
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('never makes a 5xx, whatever JSON it is', async () => {
    const field = fc.constantFrom(
      'description',
      'location',
      'urgency',
      'phone',
      'seenAt',
      'attachmentIds',
      'materials',
      'mayEnter',
      'x',
      '__proto__',
      'constructor',
      'then',
      'length',
    );
    const body = fc.oneof(fc.dictionary(field, fc.jsonValue({ maxDepth: 4 })), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const { statusCode } = await application.http.inject(post(JSON.stringify(value)));
        expect([201, 400]).toContain(statusCode);
      }),
      { numRuns: 300 },
    );
  });

  it('never makes a 5xx, whatever bytes they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40 }),
        fc.string({ maxLength: 20 }),
        async (bytes, text) => {
          const { statusCode } = await application.http.inject(post(Buffer.from(bytes)));
          expect(statusCode).toBe(400);
          const listed = await application.http.inject(
            get(
              `/api/repair-requests?q=${encodeURIComponent(text.toWellFormed())}&${encodeURIComponent(text.toWellFormed())}`,
            ),
          );
          expect([200, 400]).toContain(listed.statusCode);
        },
      ),
      { numRuns: 200 },
    );
  });

  describe('below HTTP', () => {
    let port: number;
    beforeAll(async () => {
      await application.app.listen(0, '127.0.0.1');
      port = (application.app.getHttpServer().address() as AddressInfo).port;
    });

    const exchange = (bytes: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let answer = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        socket.setEncoding('utf8').on('data', (data: string) => (answer += data));
        socket.on('close', () => resolve(answer)).on('error', reject);
      });

    it.each([
      ['no HTTP', 'hello\r\n\r\n', 400],
      ['a NUL in a header', 'GET / HTTP/1.1\r\nhost: x\r\nx: a\0b\r\n\r\n', 400],
      ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
      ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 400],
    ])('%s', async (_what, bytes, status) => {
      const answer = await exchange(bytes);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).toContain('application/problem+json');
    });

    it('a client that goes away half-way', async () => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /api/repair-requests HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
        );
        setTimeout(() => socket.destroy(), 50);
      });
      await new Promise((resolve) => socket.on('close', resolve));
      expect((await application.http.inject(get('/health/live'))).statusCode).toBe(200);
    });
  });
});
