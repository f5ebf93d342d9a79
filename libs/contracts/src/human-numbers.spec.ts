import { dayInChina, datedNumber } from './human-numbers';

it.each([
  ['2026-11-27T15:59:59Z', '2026-11-27', 'R-20261127-10007'],
  ['2026-11-27T16:00:00Z', '2026-11-28', 'R-20261128-10007'],
  ['2026-12-31T16:00:00Z', '2027-01-01', 'R-20270101-10007'],
])('a number carries the day in China: %s', (at, day, number) => {
  expect([dayInChina(new Date(at)), datedNumber('R', new Date(at), 10_007)]).toEqual([day, number]);
});
