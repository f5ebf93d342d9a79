import { countedWords, foldedText, plainText, planSearch, searchText, searchWords, soughtWord } from './search-words';

describe('search words', () => {
  it('finds one and two ideographs by the words of the index', () => {
    const words = searchWords(searchText('厨房水管漏水'));
    expect(words).toEqual(expect.arrayContaining(['漏', '漏水', '厨房']));
    expect(planSearch('漏水')).toEqual({ kind: 'words', words: ['漏水'] });
  });

  it('finds three characters and more anywhere in the text, taking wildcards literally', () => {
    expect(planSearch('100%')).toEqual({ kind: 'substring', pattern: '%100\\%%' });
    expect(planSearch('Leak')).toEqual({ kind: 'substring', pattern: '%leak%' });
  });

  it('knows a digit with what it counts, and not the last one of a number', () => {
    expect(countedWords('3栋2单元501，12栋')).toEqual(['3栋', '2单']);
  });

  it('treats full-width letters and digits as plain ones', () => {
    expect(searchText('ＡＢ１', null, 'c')).toBe('ab1 c');
  });

  it('has nothing to look for without a letter or digit', () => {
    expect(planSearch(' %% ')).toBeUndefined();
  });

  it('joins what a line of a paper breaks in two, and shows it as it was written', () => {
    expect(plainText('关于冬季\n 防火，\n请检查  Fire\nhydrant\0')).toBe('关于冬季防火，请检查 Fire hydrant');
    expect(foldedText(plainText('ＡＢ，ﬁre ⼈ İ'))).toBe('ab,fire 人 İ');
    expect([soughtWord(' Fire '), soughtWord('漏水'), soughtWord('?')]).toEqual(['fire', '漏水', undefined]);
  });

  it('keeps short Latin words but no pieces of long ones', () => {
    expect(searchWords('tv kitchen')).toEqual(['tv']);
  });
});
