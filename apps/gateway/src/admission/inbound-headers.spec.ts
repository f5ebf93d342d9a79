import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { isId } from '@property-office/kernel';
import { cleanHeaders } from './inbound-headers';

function message(...rawHeaders: string[]): IncomingMessage {
  const raw = new IncomingMessage(new Socket());
  raw.rawHeaders = rawHeaders;
  for (let at = 0; at < rawHeaders.length; at += 2)
    raw.headers[rawHeaders[at]!.toLowerCase()] = rawHeaders[at + 1]!;
  return raw;
}

test('nothing that is believed behind the door comes in, in whatever spelling', () => {
  const raw = message(
    'X-Principal',
    'forged',
    'x-principal-extra',
    'y',
    'X-Service-Token',
    'z',
    'Forwarded',
    'for=1',
    'X-Real-IP',
    '1',
    'Accept',
    'a/b',
  );
  cleanHeaders(raw, 0);
  expect(Object.keys(raw.headers).sort()).toEqual(['accept', 'x-forwarded-for', 'x-request-id']);
  expect(raw.rawHeaders.filter((_, at) => at % 2 === 0)).toEqual([
    'Accept',
    'x-request-id',
    'x-forwarded-for',
  ]);
});

test('the request id is always the door’s own', () => {
  const raw = message('X-Request-Id', 'mine');
  cleanHeaders(raw, 0);
  expect(raw.headers['x-request-id']).not.toBe('mine');
  expect(isId(raw.headers['x-request-id'])).toBe(true);
});

test('headers of the connection go, also those the client names as such; framing stays', () => {
  const raw = message(
    'Connection',
    'close, X-Thing, Content-Length',
    'X-Thing',
    '1',
    'Content-Length',
    '3',
    'TE',
    'trailers',
    'Upgrade',
    'h2c',
    'Host',
    'h',
  );
  cleanHeaders(raw, 0);
  expect(Object.keys(raw.headers).sort()).toEqual([
    'connection',
    'content-length',
    'host',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-request-id',
  ]);
  expect(raw.headers['x-forwarded-host']).toBe('h');
});

test.each([
  [0, '1.1.1.1, 2.2.2.2', 'unknown'],
  [1, '1.1.1.1, 2.2.2.2', '2.2.2.2'],
  [2, '1.1.1.1, 2.2.2.2', '1.1.1.1'],
  [3, '1.1.1.1, 2.2.2.2', '1.1.1.1'],
])('behind %i trusted proxies, %s comes from %s', (hops, told, address) => {
  const raw = message('X-Forwarded-For', told);
  cleanHeaders(raw, hops);
  expect(raw.headers['x-forwarded-for']).toBe(address);
});

test('without a header behind a proxy the connection itself counts', () => {
  const raw = message();
  cleanHeaders(raw, 1);
  expect(raw.headers['x-forwarded-for']).toBe('unknown');
});
