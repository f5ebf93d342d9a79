const shortest = 3;
const word = /[\p{L}\p{N}]+/gu;
const ideograph = /\p{Script=Han}/u;

/** How a text typed into a search box is looked up (architecture.md, Words and paper). */
export type SearchPlan =
  /** Three characters and more: any place in the text, by trigrams. */
  | { kind: 'substring'; pattern: string }
  /** Fewer: a word of the index, because trigrams know no shorter ones. */
  | { kind: 'words'; words: string[] };

/** @returns undefined for a text without a letter or digit: nothing to look for */
export function planSearch(text: string): SearchPlan | undefined {
  const wanted = text.normalize('NFKC').toLowerCase().trim();
  if (!/[\p{L}\p{N}]/u.test(wanted)) return undefined;
  if ([...wanted].length >= shortest) return { kind: 'substring', pattern: `%${wanted.replace(/[\\%_]/g, '\\$&')}%` };
  return { kind: 'words', words: wanted.match(word) ?? [] };
}

/** The text as it is searched: one line of lower case, full-width letters as plain ones. */
export function searchText(...parts: Array<string | null | undefined>): string {
  return parts.filter(Boolean).join(' ').normalize('NFKC').toLowerCase();
}

/** What a search of one or two characters can hit: single ideographs, pairs of neighbours, and short words. */
export function searchWords(text: string): string[] {
  const words = new Set<string>();
  for (const run of text.match(word) ?? []) {
    const characters = [...run];
    if (characters.length < shortest) words.add(run);
    characters.forEach((character, i) => {
      if (!ideograph.test(character)) return;
      words.add(character);
      const next = characters[i + 1];
      if (next) words.add(character + next);
    });
  }
  return [...words];
}

/** `3栋` of `3栋2单元`: a digit with the ideograph it counts, for what is looked for by where it is. */
export function countedWords(text: string): string[] {
  return text.match(/(?<!\d)\d\p{Script=Han}/gu) ?? [];
}

const inChinese = '[\\p{Script=Han}，。、；：！？（）《》“”〈〉〔〕]';
const betweenChinese = new RegExp(`(?<=${inChinese}) (?=${inChinese})`, 'gu');

/**
 * The words of a paper in one line, as excerpts show them. A line of a Chinese text ends within words: between ideographs no space is left.
 * What fonts write as one and people as several (ﬁ) is several.
 */
export function plainText(text: string): string {
  const line = text.toWellFormed().normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim().replace(betweenChinese, '');
  return each(line, (character) => (character.normalize('NFKC').length > character.length ? character.normalize('NFKC') : character));
}

/** A plain text as it is searched, as long as it is: what stands at a place of one stands there in the other. */
export function foldedText(plain: string): string {
  return each(plain, (character) => {
    const folded = character.normalize('NFKC').toLowerCase();
    return folded.length === character.length ? folded : character;
  });
}

/** A text as a table keeps it: as excerpts show it, and as it is searched. */
export function searchedIn(text: string): { said: string; searchText: string; searchWords: string[] } {
  const said = plainText(text);
  const lower = foldedText(said);
  return { said, searchText: lower, searchWords: searchWords(lower) };
}

const each = (text: string, change: (character: string) => string): string => Array.from(text, change).join('');

/** Where in a text that was searched something may be shown: as it was typed, or the first word of it. @returns undefined as `planSearch` */
export function soughtWord(text: string): string | undefined {
  const plan = planSearch(text);
  return plan?.kind === 'words' ? plan.words[0] : plan && text.normalize('NFKC').toLowerCase().trim();
}
