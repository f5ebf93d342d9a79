import { isShorter, lastYearKept } from './retention';

test('what a rule says is the least', () => {
  expect([isShorter('D10', 'D30'), isShorter('D30', 'Y')]).toEqual([true, true]);
  expect([isShorter('D30', 'D30'), isShorter('Y', 'D10')]).toEqual([false, false]);
});

test('it runs from the year after the one a record belongs to', () => {
  expect([lastYearKept(2026, 'D10'), lastYearKept(2026, 'D30'), lastYearKept(2026, 'Y')]).toEqual([2036, 2056, null]);
});
