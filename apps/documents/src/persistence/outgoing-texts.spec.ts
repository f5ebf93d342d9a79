import { exactHashOf, textHashOf } from './outgoing-texts';

const text = { title: '关于消防检查的通知', body: '各户：\n请于12月1日前配合检查。' };

it('hashes what a text says, and what stands there to the letter', () => {
  const spaced = { ...text, body: '各户：请于 12 月 1 日前配合检查．' };
  expect(textHashOf(spaced)).toBe(textHashOf(text));
  expect(exactHashOf(spaced)).not.toBe(exactHashOf(text));
  expect(textHashOf({ ...text, body: text.body.replace('1日', '2日') })).not.toBe(textHashOf(text));
  // As PostgreSQL hashes it: ops verify compares.
  expect(exactHashOf({ title: 'a', body: 'b' })).toBe('7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78');
});
