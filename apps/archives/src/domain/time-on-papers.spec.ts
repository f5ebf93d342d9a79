import { dayBegins, dayOnPaper } from './time-on-papers';

it('a day on a paper begins at midnight by the clock of China, and its moment stands on that day', () => {
  expect(dayBegins('2026-03-31').toISOString()).toBe('2026-03-30T16:00:00.000Z');
  expect([dayOnPaper(dayBegins('2026-03-31')), dayOnPaper(new Date(dayBegins('2026-03-31').getTime() - 1))]).toEqual(['2026-03-31', '2026-03-30']);
});
