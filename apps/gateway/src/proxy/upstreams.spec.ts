import { Upstreams } from './upstreams';

let now = 0;
const upstreams = () =>
  new Upstreams({ tickets: ['http://a', 'http://b'], tracking: ['http://c'] }, () => now);
beforeEach(() => void (now = 0));

test('replicas take turns', () => {
  const each = upstreams();
  expect([1, 2, 3].map(() => each.pick('tickets'))).toEqual(['http://a', 'http://b', 'http://a']);
  expect(each.pick('unknown')).toBeUndefined();
});

test('one that failed is left out for a few seconds', () => {
  const each = upstreams();
  each.failed('http://a');
  expect([1, 2, 3].map(() => each.pick('tickets'))).toEqual(['http://b', 'http://b', 'http://b']);
  now = 3_000;
  expect([1, 2].map(() => each.pick('tickets')).sort()).toEqual(['http://a', 'http://b']);
});

test('one that answers again is taken again at once', () => {
  const each = upstreams();
  each.failed('http://a');
  each.answered('http://a');
  expect([1, 2].map(() => each.pick('tickets')).sort()).toEqual(['http://a', 'http://b']);
});

test('a repeat goes to another one, and to the same one only where there is no other', () => {
  const each = upstreams();
  each.failed('http://a');
  expect(each.pick('tickets', 'http://a')).toBe('http://b');
  each.failed('http://c');
  expect(each.pick('tracking', 'http://c')).toBe('http://c');
  expect([each.isReachable('tickets'), each.isReachable('tracking'), each.isReachable('unknown')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('where all have failed, the one whose failure is longest ago is tried', () => {
  const each = upstreams();
  each.failed('http://b');
  now = 100;
  each.failed('http://a');
  expect(each.pick('tickets')).toBe('http://b');
});
