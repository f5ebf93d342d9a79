import { inAskedLanguage } from './in-asked-language';
import { requestContextOf, withRequest } from './request-context';

const words = { zh: '已登记', en: 'recorded' };

it.each([
  ['zh-CN', '已登记'],
  ['en-GB,en;q=0.9', 'recorded'],
  ['fr', '已登记'],
])('says it to who asks for %s', (asked, said) => {
  expect(withRequest(requestContextOf({ 'accept-language': asked }), () => inAskedLanguage(words))).toBe(said);
});

it('says it in Chinese where nobody asked', () => {
  expect(inAskedLanguage(words)).toBe('已登记');
});
