import { neverHappened } from './never-left-out';

it('a run without a complaint of the hotline, or without an extension, is wrong, however well it went (W2.3)', () => {
  const nothing = { hotlines: 0, extensions: 0, stocktakes: 0, destructions: 0, handOvers: 0, months: 0 };
  expect(neverHappened({ ...nothing, hotlines: 1, extensions: 1 }, false)).toEqual([]);
  expect(neverHappened({ ...nothing, extensions: 2 }, false)).toEqual(['no complaint of the hotline with a date of ours before its own']);
  expect(neverHappened({ ...nothing, hotlines: 3 }, false)).toEqual(['no extension that the complainant was told of']);
});

it('so is one with papers in its plan that closed no stocktake and no month, or destroyed or handed over nothing (W4.4–W4.6)', () => {
  const all = { hotlines: 1, extensions: 1, stocktakes: 1, destructions: 1, handOvers: 1, months: 1 };
  expect(neverHappened(all, true)).toEqual([]);
  for (const what of ['stocktakes', 'destructions', 'handOvers', 'months']) expect(neverHappened({ ...all, [what]: 0 }, true)).toHaveLength(1);
});
