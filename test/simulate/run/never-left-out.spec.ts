import { neverHappened } from './never-left-out';

it('a run without a complaint of the hotline, an extension, a merge or one that was taken back is wrong, however well it went (W2.3)', () => {
  const all = { hotlines: 1, extensions: 2, merged: 1, takenBack: 1, stocktakes: 0, destructions: 0, handOvers: 0, months: 0 };
  expect(neverHappened(all, false)).toEqual([]);
  expect(neverHappened({ ...all, hotlines: 0 }, false)).toEqual(['no complaint of the hotline with a date of ours before its own']);
  expect(neverHappened({ ...all, extensions: 0 }, false)).toEqual(['no extension that the complainant was told of']);
  expect(neverHappened({ ...all, merged: 0 }, false)).toEqual(['no complaint that was merged into another']);
  expect(neverHappened({ ...all, takenBack: 0 }, false)).toEqual(['no merge of complaints that was taken back']);
});

it('so is one with papers in its plan that closed no stocktake and no month, or destroyed or handed over nothing (W4.4–W4.6)', () => {
  const all = { hotlines: 1, extensions: 1, merged: 1, takenBack: 1, stocktakes: 1, destructions: 1, handOvers: 1, months: 1 };
  expect(neverHappened(all, true)).toEqual([]);
  for (const what of ['stocktakes', 'destructions', 'handOvers', 'months']) expect(neverHappened({ ...all, [what]: 0 }, true)).toHaveLength(1);
});
