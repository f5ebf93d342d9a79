import { nextTryAfter } from './next-try';

it('waits as long as it is asked to', () => {
  for (const status of [429, 503])
    expect(nextTryAfter({ kind: 'answer', status, retryAfter: '7' }, 1, 0)).toBe(7_000);
});

it('waits longer from try to try, up to five seconds, when nobody answers', () => {
  expect([1, 2, 3, 20].map((tries) => nextTryAfter({ kind: 'no-answer' }, tries, 1))).toEqual([
    100, 200, 400, 5_000,
  ]);
});

it('spreads those who wait', () => {
  expect(nextTryAfter({ kind: 'no-answer' }, 1, 0)).toBe(50);
});

it('takes every other answer as it is', () => {
  for (const status of [200, 201, 400, 401, 403, 404, 409, 412, 422])
    expect(nextTryAfter({ kind: 'answer', status }, 1, 0)).toBeUndefined();
});

it('gives up on an office that fails again and again', () => {
  const failed = { kind: 'answer', status: 500 } as const;
  expect(nextTryAfter(failed, 3, 1)).toBe(400);
  expect(nextTryAfter(failed, 4, 1)).toBeUndefined();
});
