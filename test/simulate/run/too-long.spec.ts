import { tooLong } from './too-long';

test('a smoke test of more than three minutes is wrong, however well it went; a run without limit takes what it takes', () => {
  expect(tooLong({ smoke: true }, 180_000)).toEqual([]);
  expect(tooLong({ smoke: true }, 180_001)).toEqual(['the smoke test took 181 s, more than 180']);
  expect(tooLong({ smoke: false }, 86 * 60_000)).toEqual([]);
});
