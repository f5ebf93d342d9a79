import { Day } from './day';
import { readDto } from './read-dto';

class Asked {
  @Day({ label: { zh: '日期', en: 'date' } })
  day!: string;
}

it.each(['1900-01-01', '2024-02-29', '2100-12-31'])('takes %s', (day) => {
  expect(readDto(Asked, { day }, 'body')).toEqual({ day });
});

it.each(['', '2026-11', '2026-02-29', '2026-13-01', '2026-1-01', '1899-12-31', '2101-01-01', '2026-11-01\n', '2026-11-01T00:00:00Z', '２０２６-11-01', 20261101, null, undefined])(
  'refuses %j',
  (day) => {
    expect(() => readDto(Asked, { day }, 'body')).toThrow(expect.objectContaining({ code: 'invalid-fields' }));
  },
);
