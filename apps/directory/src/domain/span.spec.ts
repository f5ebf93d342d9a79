import { endOf, includes, newSpan } from './span';

const now = new Date('2026-11-23T02:00:00Z');
const day = (n: number) => new Date(now.getTime() + n * 86_400_000);

test('begins now and stays open unless said otherwise', () => {
  expect(newSpan({}, now)).toEqual({ from: now, until: null });
  expect(newSpan({ from: day(-30), until: day(30) }, now)).toEqual({ from: day(-30), until: day(30) });
});

test.each([day(-1), now])('does not end before or when it begins: %p', (until) => {
  expect(() => newSpan({ until }, now)).toThrow(expect.objectContaining({ code: 'span-reversed' }));
});

test('includes its first instant and not its last', () => {
  const span = { from: now, until: day(1) };
  expect([day(-1), now, new Date(day(1).getTime() - 1), day(1)].map((at) => includes(span, at))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(includes({ from: now, until: null }, day(10_000))).toBe(true);
});

test('ends now, later, or at an earlier day that is told afterwards', () => {
  const open = { from: day(-30), until: null };
  expect(endOf(open, undefined, now)).toEqual(now);
  expect(endOf(open, day(3), now)).toEqual(day(3));
  expect(endOf(open, day(-3), now)).toEqual(day(-3));
  expect(() => endOf(open, day(-31), now)).toThrow(expect.objectContaining({ code: 'span-reversed' }));
});

test('an end that lies ahead may be moved, one that has come may not', () => {
  expect(endOf({ from: day(-30), until: day(2) }, day(5), now)).toEqual(day(5));
  expect(() => endOf({ from: day(-30), until: now }, day(5), now)).toThrow(
    expect.objectContaining({ code: 'span-ended' }),
  );
});

test('what has not begun is called off', () => {
  expect(endOf({ from: day(7), until: null }, undefined, now)).toEqual(day(7));
});

test('what was called off stays so', () => {
  expect(() => endOf({ from: day(7), until: day(7) }, day(9), now)).toThrow(
    expect.objectContaining({ code: 'span-ended' }),
  );
});
