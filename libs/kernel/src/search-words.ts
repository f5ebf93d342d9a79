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
