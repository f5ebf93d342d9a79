import { nameAsOne, nameKeys } from './name-keys';

test('a name is found as a whole, however it is spaced or cased, and by its pinyin', () => {
  expect(nameKeys('曾 小贤')).toEqual(['曾小贤', 'zengxiaoxian']);
  expect(nameKeys('Ann-Lee')).toEqual(['annlee']);
  expect(nameAsOne('ＡＮＮ lee')).toBe('annlee');
  expect(nameKeys(' - ')).toEqual([]);
});
