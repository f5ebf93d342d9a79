import { isMarkable, largestMarked } from './markable';

test('a PDF or picture can be marked, up to a size; nothing else can (W4.3)', () => {
  expect(['application/pdf', 'image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'].map((kind) => isMarkable(kind))).toEqual([true, true, false]);
  expect([largestMarked, largestMarked + 1].map((size) => isMarkable('application/pdf', size))).toEqual([true, false]);
});
