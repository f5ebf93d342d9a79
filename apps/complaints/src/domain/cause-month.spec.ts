import { monthOf } from './cause-month';

it.each([
  ['Asia/Shanghai', '2026-11-30T15:59:59Z', '2026-11'],
  ['Asia/Shanghai', '2026-11-30T16:00:00Z', '2026-12'],
  ['Europe/London', '2026-11-30T16:00:00Z', '2026-11'],
])('in %s, %s is in %s', (timeZone, at, month) => {
  expect(monthOf(timeZone, new Date(at))).toBe(month);
});
