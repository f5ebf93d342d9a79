import { liesAhead } from './lies-ahead';

const now = new Date('2026-11-23T02:00:00Z');

it.each([
  ['2026-11-23T02:00:00.001Z', true],
  ['2031-11-22T02:00:00Z', true],
  ['2026-11-23T02:00:00Z', false],
  ['1900-01-01T00:00:00Z', false],
  ['2062-11-23T02:00:00Z', false],
  ['2100-12-31T23:59:59Z', false],
])('%s lies ahead, within the years that anybody plans for: %p', (date, ahead) => {
  expect(liesAhead(new Date(date), now)).toBe(ahead);
});
