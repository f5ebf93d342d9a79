import { Code } from './code';
import { readDto } from './read-dto';

class Report {
  @Code({ label: { zh: '类别', en: 'category' }, example: 'water-leak' })
  category!: string;
}

it.each(['water-leak', 'a', '1', 'x'.repeat(40)])('takes %s', (category) => {
  expect(readDto(Report, { category }, 'body')).toEqual({ category });
});

it.each(['', 'Water', '漏水', 'water leak', 'a_b', 'a\n', 'x'.repeat(41), 1, ['a'], null, undefined])('refuses %j', (category) => {
  expect(() => readDto(Report, { category }, 'body')).toThrow(expect.objectContaining({ code: 'invalid-fields' }));
});
