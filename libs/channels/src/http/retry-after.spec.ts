import { retryAfterOf } from './retry-after';

it.each([
  [{ 'retry-after': '120' }, 120_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': ' 7 ' }, 7_000],
  [{ 'retry-after': '999999999' }, 86_400_000],
  [{ 'retry-after': 'Fri, 27 Nov 2026 10:01:00 GMT', date: 'Fri, 27 Nov 2026 10:00:00 GMT' }, 60_000],
  [{ 'retry-after': 'Fri, 27 Nov 2026 09:00:00 GMT', date: 'Fri, 27 Nov 2026 10:00:00 GMT' }, 0],
  [{ 'retry-after': 'Fri, 27 Nov 2026 10:01:00 GMT' }, undefined],
  [{ 'retry-after': ['5', '9'] }, 5_000],
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': 'soon', date: 'Fri, 27 Nov 2026 10:00:00 GMT' }, undefined],
  [{}, undefined],
])('%j', (headers, expected) => {
  expect(retryAfterOf(headers)).toBe(expected);
});
