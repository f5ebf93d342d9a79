import { listsBesideText, namesIn, type BesideText } from './outgoing-substance';
import type { OutgoingText } from './outgoing-text';

export const differingParts = ['title', 'body', ...listsBesideText] as const;
export type DifferingPart = (typeof differingParts)[number];

/** A place where two versions differ, with a little of what stands around it. */
export interface TextDifference {
  part: DifferingPart;
  /** Of the body of the later version, counted from 1; 0 of all else. */
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

/** A version, with what stood beside it where that was kept. */
export interface Compared extends OutgoingText {
  beside: BesideText | null;
}

/** Where two versions differ, in their titles, in what they say and in what stands beside it, where that is known of both. */
export function differencesOf(before: Compared, after: Compared): TextDifference[] {
  const titles = before.title === after.title ? [] : [{ part: 'title' as const, paragraph: 0, was: before.title, became: after.title }];
  const bodies = textDifferences(before.body, after.body).map((each) => ({ part: 'body' as const, ...each }));
  return [...titles, ...bodies, ...(before.beside && after.beside ? listDifferences(before.beside, after.beside) : [])];
}

function listDifferences(before: BesideText, after: BesideText): TextDifference[] {
  return listsBesideText.flatMap((part) => {
    const [one, other] = [namesIn(before, part), namesIn(after, part)];
    const alike = one.length === other.length && one.every((name, i) => name === other[i]);
    return alike ? [] : [{ part, paragraph: 0, was: one.join('、'), became: other.join('、') }];
  });
}

/** Where two texts differ, paragraph by paragraph, in the order of the later one. */
export function textDifferences(before: string, after: string): Array<Omit<TextDifference, 'part'>> {
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
