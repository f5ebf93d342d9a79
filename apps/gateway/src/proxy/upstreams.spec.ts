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
  expect(each.pick('unknown')).toBeUndefined();
});

test('where all have failed, the one whose failure is longest ago is tried', () => {
  const each = upstreams();
  each.failed('http://b');
  now = 100;
  each.failed('http://a');
  expect(each.pick('tickets')).toBe('http://b');
});

test('one that is not ready is left out for as long as it says so', () => {
  const each = upstreams();
  expect([each.says('http://a', false), each.says('http://a', false)]).toEqual([true, false]);
  now = 60_000;
  // An answer that it gave meanwhile does not make it ready.
  each.answered('http://a');
  expect([1, 2].map(() => each.pick('tickets'))).toEqual(['http://b', 'http://b']);
  each.failed('http://a');
  expect([each.says('http://a', true), each.says('http://a', true)]).toEqual([true, false]);
  expect([1, 2].map(() => each.pick('tickets')).sort()).toEqual(['http://a', 'http://b']);
});

test('where none is ready they are asked all the same, first the one that has not refused', () => {
  const each = upstreams();
  each.says('http://a', false);
  each.says('http://b', false);
  each.failed('http://a');
  expect(each.pick('tickets')).toBe('http://b');
});

test('who has no other of its service cannot be left out and is not watched', () => {
  expect(upstreams().replicas()).toEqual([
    { owner: 'tickets', address: 'http://a' },
    { owner: 'tickets', address: 'http://b' },
  ]);
});
