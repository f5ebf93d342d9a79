import { originOf } from './origin-of';

test('the public address goes before what the request says', () => {
  expect(originOf({ headers: { host: 'a' } }, 'https://office.example/')).toBe('https://office.example');
  expect(
    originOf({ headers: { host: 'tickets:3000', 'x-forwarded-host': 'office.lan:3000' } }, undefined),
  ).toBe('http://office.lan:3000');
  expect(originOf({ headers: { host: 'localhost:3000' } }, undefined)).toBe('http://localhost:3000');
});
