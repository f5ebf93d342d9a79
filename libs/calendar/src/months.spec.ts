import { monthAfter, monthBegins, monthOf } from './months';

it.each([
  ['Asia/Shanghai', '2026-11-30T15:59:59Z', '2026-11'],
  ['Asia/Shanghai', '2026-11-30T16:00:00Z', '2026-12'],
  ['Europe/London', '2026-11-30T16:00:00Z', '2026-11'],
])('in %s, %s is in %s', (timeZone, at, month) => {
  expect(monthOf(timeZone, new Date(at))).toBe(month);
});

it.each([
  ['Asia/Shanghai', '2026-12', '2026-11-30T16:00:00.000Z'],
  ['Europe/London', '2026-12', '2026-12-01T00:00:00.000Z'],
  // Clocks there are put back on the first of November.
  ['America/New_York', '2026-11', '2026-11-01T04:00:00.000Z'],
  ['America/New_York', '2026-12', '2026-12-01T05:00:00.000Z'],
])('in %s, %s begins at %s', (timeZone, month, at) => {
  expect(monthBegins(timeZone, month).toISOString()).toBe(at);
});

it('a month is followed by the next, also at the end of a year', () => {
  expect([monthAfter('2026-11'), monthAfter('2026-12')]).toEqual(['2026-12', '2027-01']);
});
