import { neverHappened } from './never-left-out';

it('a run without a complaint of the hotline, or without an extension, is wrong, however well it went (W2.3)', () => {
  expect(neverHappened({ hotlines: 1, extensions: 1 })).toEqual([]);
  expect(neverHappened({ hotlines: 0, extensions: 2 })).toEqual(['no complaint of the hotline with a date of ours before its own']);
  expect(neverHappened({ hotlines: 3, extensions: 0 })).toEqual(['no extension that the complainant was told of']);
});
