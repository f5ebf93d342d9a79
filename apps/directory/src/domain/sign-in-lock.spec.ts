import {
  afterFailure,
  loginPolicy,
  secondsLocked,
  sourcePolicy,
  type Failures,
  type LockPolicy,
} from './sign-in-lock';

const start = new Date('2026-11-23T02:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

function waits(policy: LockPolicy, tries: number): number[] {
  let failures: Failures | undefined;
  return Array.from({ length: tries }, () => {
    failures = afterFailure(failures, policy, start);
    return secondsLocked(failures, start);
  });
}

test('a login: four guesses are free, from the fifth the wait doubles up to a quarter of an hour', () => {
  expect(waits(loginPolicy, 12)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
});

test('an address may fail more often, for an office shares one', () => {
  const list = waits(sourcePolicy, 60);
  expect(list.indexOf(30)).toBe(29);
  expect(Math.max(...list)).toBe(900);
});

test('the wait runs down, and never below one second while it lasts', () => {
  const failures = { count: 5, lastAt: start, lockedUntil: after(30) };
  expect([after(0), after(29.5), after(30), after(31)].map((now) => secondsLocked(failures, now))).toEqual([
    30, 1, 0, 0,
  ]);
});

test('failures are forgotten after a day without one', () => {
  const many = { count: 9, lastAt: start, lockedUntil: after(480) };
  expect(afterFailure(many, loginPolicy, after(86_399)).count).toBe(10);
  expect(afterFailure(many, loginPolicy, after(86_400))).toEqual({
    count: 1,
    lastAt: after(86_400),
    lockedUntil: null,
  });
});
