import { planSearch } from '@property-office/kernel';
import { findPersonBy, findPlaceBy, type FindBy } from './find-by';

/** As PostgreSQL looks it up. */
function finds({ searchText, searchWords }: FindBy, typed: string): boolean {
  const plan = planSearch(typed)!;
  return plan.kind === 'substring'
    ? searchText.includes(plan.pattern.slice(1, -1))
    : plan.words.every((word) => searchWords.includes(word));
}

test.each(['王', '小明', '王小明', 'w', 'wx', 'wxm', 'wangxiaoming', 'XIAO'])(
  '王小明 is found by %s',
  (typed) => {
    expect(finds(findPersonBy('王小明'), typed)).toBe(true);
  },
);

test('a surname is read as one: 曾 is zeng, 单 is shan', () => {
  expect(finds(findPersonBy('曾莉'), 'zl')).toBe(true);
  expect(finds(findPersonBy('单雄信'), 'shan')).toBe(true);
});

test.each(['李', 'li', 'wm', '138'])('王小明 is not found by %s', (typed) => {
  expect(finds(findPersonBy('王小明'), typed)).toBe(false);
});

test.each(['3栋', '501', 'entrance 2', '地库', 'dk'])('a place is found by %s', (typed) => {
  expect(finds(findPlaceBy('地库', '3栋2单元501', 'Building 3, Entrance 2, 501'), typed)).toBe(true);
});
