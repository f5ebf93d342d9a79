import { findBy } from './find-by';

it('finds a title by its words, its pinyin and its initials', () => {
  const { searchText, searchWords } = findBy('装修时间', 'Renovation hours');
  for (const part of ['装修', 'zhuangxiushijian', 'zxsj', 'renovation']) expect(searchText).toContain(part);
  for (const word of ['装', '装修', 'z', 'zx']) expect(searchWords).toContain(word);
  expect(findBy('Parking', null).searchText).toBe('parking');
});
