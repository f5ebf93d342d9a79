import type { OutgoingText } from './outgoing-text';

/** A place where two versions of a text differ, with a little of what stands around it. */
export interface TextDifference {
  /** Paragraph of the later version, counted from 1; 0 is its title. */
  paragraph: number;
  /** Empty: it was put in. */
  was: string;
  /** Empty: it was taken out. */
  became: string;
}

/** Comparing takes as many steps as one text has paragraphs, times those of the other; beyond this it shows them as one difference. */
const mostSteps = 1_000_000;
/** Characters shown on both sides of what differs. */
const around = 10;

/** Where two versions differ, in their titles and in what they say. */
export function differencesOf(before: OutgoingText, after: OutgoingText): TextDifference[] {
  const titles = before.title === after.title ? [] : [{ paragraph: 0, was: before.title, became: after.title }];
  return [...titles, ...textDifferences(before.body, after.body)];
}

/** Where two texts differ, paragraph by paragraph, in the order of the later one. */
export function textDifferences(before: string, after: string): TextDifference[] {
  const [one, other] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return hunks(one.slice(start, one.length - end), other.slice(start, other.length - end)).map(({ at, was, became }) => ({
    paragraph: start + at + 1,
    ...trimmed(was.join('\n'), became.join('\n')),
  }));
}

interface Hunk {
  at: number;
  was: string[];
  became: string[];
}

/** Runs of paragraphs that are only in one of the two. */
function hunks(one: readonly string[], other: readonly string[]): Hunk[] {
  if (one.length === 0 && other.length === 0) return [];
  if (one.length * other.length > mostSteps) return [{ at: 0, was: [...one], became: [...other] }];
  const common = commonLengths(one, other);
  const found: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      [i, j] = [i + 1, j + 1];
      continue;
    }
    const hunk: Hunk = { at: j, was: [], became: [] };
    while (i < one.length || j < other.length) {
      if (i < one.length && j < other.length && one[i] === other[j]) break;
      if (j >= other.length || (i < one.length && common[i + 1]![j]! >= common[i]![j + 1]!)) hunk.was.push(one[i++]!);
      else hunk.became.push(other[j++]!);
    }
    found.push(hunk);
  }
  return found;
}

/** How many paragraphs the rest of one text has in common with the rest of the other, from each place on. */
function commonLengths(one: readonly string[], other: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0));
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i]![j] = one[i] === other[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

/** Without what both begin and end with, but for a few characters by which a reader finds it. */
function trimmed(was: string, became: string): { was: string; became: string } {
  const [one, other] = [[...was], [...became]];
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const part = (text: string[]) => text.slice(Math.max(0, start - around), text.length - Math.max(0, end - around)).join('');
  return { was: part(one), became: part(other) };
}
