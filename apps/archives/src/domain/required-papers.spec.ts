import { isPaperCode, shippedPapers } from './required-papers';

it.each([['use-registration'], ['test2'], ['a']])('a paper may be filed as %s', (code) => expect(isPaperCode(code)).toBe(true));

it.each([['other'], ['repair'], ['Use'], ['use_registration'], ['use--registration'], ['-use'], ['2nd'], ['产权证'], ['']])('and not as "%s"', (code) => expect(isPaperCode(code)).toBe(false));

it('those that are shipped may, each once', () => {
  for (const papers of Object.values(shippedPapers)) {
    const codes = papers.map(({ paper }) => paper);
    expect(codes.filter((code) => !isPaperCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  }
});
