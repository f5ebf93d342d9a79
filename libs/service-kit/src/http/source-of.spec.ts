import { sourceOf } from './source-of';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
  ['2001:0db8:1:2::', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, source) => {
  expect(sourceOf({ headers: { 'x-forwarded-for': address }, ip: '127.0.0.1' })).toBe(source);
});

test('without a door the connection tells', () => {
  expect(sourceOf({ headers: {}, ip: '10.0.0.7' })).toBe('10.0.0.7');
});
