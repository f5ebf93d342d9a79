import { assertSameOrigin } from './same-origin';

const publicUrl = 'https://office.example.com';

test.each([
  ['the portal', 'POST', { 'sec-fetch-site': 'same-origin' }],
  ['a form typed by the visitor', 'POST', { 'sec-fetch-site': 'none' }],
  ['a program', 'POST', {}],
  ['a link from elsewhere', 'GET', { 'sec-fetch-site': 'cross-site' }],
  ['an old browser on the portal', 'DELETE', { origin: 'https://office.example.com' }],
  [
    'a browser on plain http in the office',
    'POST',
    { origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' },
  ],
])('%s is let in', (_who, method, headers) => {
  expect(() => assertSameOrigin(method, headers, publicUrl)).not.toThrow();
});

test.each([
  ['another site', 'POST', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  [
    'a neighbour under the same domain',
    'POST',
    { 'sec-fetch-site': 'same-site', origin: 'https://evil.example.com' },
  ],
  [
    'another site that copies our origin into Origin',
    'POST',
    { 'sec-fetch-site': 'cross-site', origin: publicUrl },
  ],
  ['another site in an old browser', 'PATCH', { origin: 'https://evil.example', host: 'office.example.com' }],
  ['a sandboxed frame', 'POST', { origin: 'null', host: 'office.example.com' }],
])('%s is refused', (_who, method, headers) => {
  expect(() => assertSameOrigin(method, headers, publicUrl)).toThrow(
    expect.objectContaining({ code: 'cross-site' }),
  );
});
