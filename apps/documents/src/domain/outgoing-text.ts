/** What a document says: its title and its body, in one version. */
export interface OutgoingText {
  title: string;
  body: string;
}

/** Full-width forms of ASCII (U+FF01–FF5E) and the ideographic space have the same meaning as the narrow ones. */
const wide = /[\uff01-\uff5e]/gu;
const narrow = (sign: string): string => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0);

/** A comma between two digits makes another number of them when it becomes narrow: it is left alone. */
const listComma = /(?<=[0-9\uff10-\uff19]\s*)\uff0c(?=\s*[0-9\uff10-\uff19])/gu;
const keptComma = '\ue000';

/** Double and single marks stay apart: 5' is not 5". */
const doubleQuotes = /[\u201c\u201d\u201e\u201f\u300c\u300d\u301d\u301e\u301f\uff02]/gu;
const singleQuotes = /[\u2018\u2019\u201a\u201b\u300e\u300f\uff07]/gu;
/** The full stop of Chinese, but for one before a digit: that would become a decimal point. */
const stops = /[\u3002\uff61](?!\s*[0-9\uff10-\uff19])/gu;

const spaces = /[\s\u200b]+/gu;
/** What is written with spaces between: letters and digits that are not Chinese. */
const word = /^(?![\p{Script=Han}])[\p{L}\p{N}]$/u;

/**
 * A text without its typography: width and kind of punctuation, quotation marks, spaces and line breaks. Two texts of one
 * canonical form say the same, so what was signed off still stands (W1.2). In doubt it keeps them apart: a space between
 * digits or words, a mark of another meaning, sub- and superscripts.
 */
export function canonicalForm(text: string): string {
  return text
    .replace(listComma, keptComma)
    .replace(doubleQuotes, '"')
    .replace(singleQuotes, "'")
    .replace(stops, '.')
    .replace(wide, narrow)
    .replace(spaces, (space, at: number, whole: string) => (binds(whole, at, at + space.length) ? ' ' : ''));
}

/** Whether a space says something: between two words or numbers, and within what would become one number without it. */
function binds(text: string, from: number, to: number): boolean {
  const [before, after] = [text.slice(Math.max(0, from - 2), from), text.slice(to, to + 2)];
  if (word.test(before.slice(-1)) && word.test(after.slice(0, 1))) return true;
  return (/[0-9][.,:]$/.test(before) && /^[0-9]/.test(after)) || (/[0-9]$/.test(before) && /^[.,:][0-9]/.test(after));
}
