import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import {
  mountedDeployment,
  proxiedDeployment,
  seen,
  ToySessions,
  type Running,
} from '../deployments.fixture';

const sessions = new ToySessions();
const json = { 'content-type': 'application/json' };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe.each([
  ['mounted', mountedDeployment],
  ['proxied', proxiedDeployment],
])('bodies, %s', (_kind, deploy) => {
  let running: Running;
  const at = (path: string) => running.url + path;
  beforeAll(async () => void (running = await deploy(sessions)));
  afterAll(() => running.stop());

  test('a body is limited by what it declares and by what comes, and nothing of it takes effect', async () => {
    const token = sessions.begin();
    const before = seen.reports.length;
    const declared = await fetch(at('/api/repair-requests'), {
      method: 'POST',
      headers: { ...json, ...bearer(token) },
      body: JSON.stringify({ description: 'x'.repeat(3 * 1024 * 1024) }),
    });
    expect([declared.status, ((await declared.json()) as { code: string }).code]).toEqual([
      413,
      'body-too-large',
    ]);
    // Valid JSON after 20 bytes, then blanks without end: a reader that stops early would take it.
    const streamed = await chunked(
      at('/api/repair-requests'),
      { ...json, ...bearer(token) },
      '{"description":"x"}',
      3 * 1024 * 1024,
    );
    expect([streamed.status, (JSON.parse(streamed.body) as { code: string }).code]).toEqual([
      413,
      'body-too-large',
    ]);
    expect(seen.reports.length).toBe(before);
    const fitting = await chunked(
      at('/api/repair-requests'),
      { ...json, ...bearer(token) },
      '{"description":"x"}',
      1024,
    );
    expect(fitting.status).toBe(201);
  });

  test('uploads stream through up to their own limit', async () => {
    const headers = { ...bearer(sessions.begin()), 'content-type': 'multipart/form-data; boundary=x' };
    const large = await chunked(at('/api/attachments'), headers, '', 20 * 1024 * 1024);
    expect([large.status, seen.uploaded]).toEqual([201, 20 * 1024 * 1024]);
    const tooLarge = await chunked(at('/api/attachments'), headers, '', 30 * 1024 * 1024);
    expect([tooLarge.status, seen.uploaded]).toEqual([413, 20 * 1024 * 1024]);
  });

  test('who sends slowly and far beyond the limit hears why', async () => {
    const headers = { ...bearer(sessions.begin()), 'content-type': 'multipart/form-data; boundary=x' };
    const request = httpRequest(at('/api/attachments'), { method: 'POST', headers });
    const answered = once(request, 'response') as Promise<[IncomingMessage]>;
    const block = Buffer.alloc(1024 * 1024, ' ');
    for (let sent = 0; sent < 40; sent++) {
      request.write(block);
      await setTimeout(5);
    }
    request.end();
    const [response] = await answered;
    const { code } = (await readJson(response)) as { code: string };
    expect([response.statusCode, code]).toEqual([413, 'body-too-large']);
  });
});

interface Answer {
  status: number;
  body: string;
}

/** Posts `first` and then so many bytes of blanks without declaring a length. */
function chunked(
  url: string,
  headers: Record<string, string>,
  first: string,
  bytes: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers }, (response) => {
      let body = '';
      response
        .setEncoding('utf8')
        .on('data', (text: string) => (body += text))
        .on('end', () => resolve({ status: response.statusCode!, body }));
    });
    request.on('error', reject);
    if (first) request.write(first);
    const block = Buffer.alloc(64 * 1024, ' ');
    let left = bytes;
    const more = (): void => {
      while (left > 0) {
        const size = Math.min(left, block.length);
        left -= size;
        if (!request.write(block.subarray(0, size))) {
          request.once('drain', more);
          return;
        }
      }
      request.end();
    };
    more();
  });
}
