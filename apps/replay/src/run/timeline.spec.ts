import { readFixture } from '../fixtures/read-fixture';
import { planRow } from '../planning/plan-row';
import { timeline } from './timeline';

const { register, rows, odd } = readFixture('boston');
const plans = rows
  .slice(0, 5)
  .map((row) => planRow(register.name, row, Date.parse('2026-01-01T00:00:00Z'), odd));

it('goes row by row where it goes as fast as possible', () => {
  expect(timeline(plans, undefined).map(({ row, part, at }) => [row.source.line, part, at])).toEqual(
    [2, 3, 4, 5, 6].map((line) => [line, 'all', 0]),
  );
});

it('keeps the distances of the register, an hour a second', () => {
  expect(
    timeline(plans, 3_600).map(({ row, part, at }) => [row.source.line, part, Math.round(at / 1000)]),
  ).toEqual([
    [2, 'report', 0],
    [3, 'report', 0],
    [4, 'report', 0],
    [5, 'report', 3],
    [6, 'report', 3],
    [5, 'carry', 648],
    [3, 'carry', 2163],
    [4, 'carry', 3842],
    [2, 'carry', 5361],
  ]);
});
