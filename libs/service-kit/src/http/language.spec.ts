import { languageOf } from './language';

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['EN-us', 'en'],
  ['en;q=0.5, zh;q=0.6', 'zh'],
  ['en ; q=0.9 , zh-TW ; q=0.2', 'en'],
  ['fr, de;q=0.9', 'zh'],
  ['fr, en;q=0.1', 'en'],
  ['en;q=0', 'zh'],
  ['en;q=7', 'zh'],
  ['en;q=abc', 'zh'],
  ['*', 'zh'],
  ['english', 'zh'],
  [`${'fr,'.repeat(1000)}en`, 'zh'],
])('%j is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
