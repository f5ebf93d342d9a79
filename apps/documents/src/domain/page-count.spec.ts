import { countedPages, pagesDiffer, pagesOf, statedOf } from './page-count';

describe('how many pages a paper has', () => {
  it.each([
    [[3, 1, 13], 17],
    [[3, null], null],
    [[null, 3], null],
    [[], null],
  ])('parts of %j: %j', (parts, counted) => {
    expect(countedPages(parts)).toBe(counted);
  });

  it.each([
    [{ counted: 13, stated: null }, 13, false],
    [{ counted: 13, stated: 13 }, 13, false],
    [{ counted: 13, stated: 14 }, 14, true],
    [{ counted: null, stated: 14 }, 14, false],
    [{ counted: null, stated: null }, null, false],
  ])('%j: %j, which differs: %j', (count, pages, differs) => {
    expect([pagesOf(count), pagesDiffer(count)]).toEqual([pages, differs]);
  });

  it.each([
    [13, 13, null],
    [14, 13, 14],
    [14, null, 14],
    [null, null, null],
  ])('that it has %j, of which %j are counted: %j is stated', (pages, counted, stated) => {
    expect(statedOf({ pages, countedPages: counted })).toBe(stated);
  });
});
