import { Month } from './month';
import { readDto } from './read-dto';

class Asked {
  @Month({ label: { zh: '月份', en: 'month' } })
  month!: string;
}

it.each(['1900-01', '2026-11', '2100-12'])('takes %s', (month) => {
  expect(readDto(Asked, { month }, 'body')).toEqual({ month });
});

it.each(['', '2026', '2026-00', '2026-13', '2026-1', '1899-12', '2101-01', '9999-12', '0000-01', '2026-11-01', '2026-11\n', '２０２６-11', 202611, null, undefined])('refuses %j', (month) => {
  expect(() => readDto(Asked, { month }, 'body')).toThrow(expect.objectContaining({ code: 'invalid-fields' }));
});
