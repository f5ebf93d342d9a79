import { exactHashOf, textHashOf } from './outgoing-texts';

const text = { title: '关于消防检查的通知', body: '各户：\n请于12月1日前配合检查。', attendance: null, copiesTo: [] };
const copied = { ...text, copiesTo: ['业主委员会'] };

it('hashes what a signature stands for, and what stands there to the letter', () => {
  const spaced = { ...text, body: '各户：请于 12 月 1 日前配合检查．' };
  expect(textHashOf(spaced)).toBe(textHashOf(text));
  expect(exactHashOf(spaced)).not.toBe(exactHashOf(text));
  expect(textHashOf({ ...text, body: text.body.replace('1日', '2日') })).not.toBe(textHashOf(text));
  for (const hash of [textHashOf, exactHashOf]) expect(hash(copied)).not.toBe(hash(text));
});

it('hashes what has neither attendance nor copies as it was hashed before these counted', () => {
  // Kept by documents that were signed off and sent out: never to be made anew.
  expect(textHashOf(text)).toBe('aaadd88539b2fadb7c5ef576f8b0241b3f4637e64deb024beea17f4311627ea9');
  // As PostgreSQL hashes it: ops verify compares.
  expect(exactHashOf({ title: 'a', body: 'b', attendance: null, copiesTo: [] })).toBe('7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78');
});
