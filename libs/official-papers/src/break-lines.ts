import LineBreaker from 'linebreak';
import { advanceOf, type Face } from './faces';
import { characterPitch, size as sizes } from './measures';
import type { Run } from './runs';

export interface Line {
  runs: Run[];
  /** Points from the left edge of the text. */
  indent: number;
  /** Points, with `spacing` behind each character but the last. */
  width: number;
  /** Between characters, points: what fills the line where it is not the last of its paragraph. */
  spacing: number;
}

export interface Measure {
  size: number;
  /** Of a line, points. */
  width: number;
  /** Of the first line. */
  firstIndent?: number;
  /** Of the others. */
  indent?: number;
  /** Lines end where they end; default: they are drawn apart to the right edge. */
  ragged?: boolean;
}

/** At three's size 28 full-width characters fill a line: they stand a little closer than their own width. */
const tightness = (characterPitch - sizes.text) / sizes.text;
/** More than this many em short, a line is not drawn apart to its end. */
const mostFilled = 2;

export const spacingAt = (size: number): number => tightness * size;

/** Points that a text takes on one line. */
export function widthOf(text: string, face: Face, size: number): number {
  return [...text].reduce((sum, character) => sum + advanceOf(character, face) * size + spacingAt(size), 0);
}

/** Breaks a paragraph into lines: at no sign that may not begin or end one (UAX #14), inside a word only where it is longer than a line. */
export function breakLines(runs: readonly Run[], { size, width, firstIndent = 0, indent = 0, ragged = false }: Measure): Line[] {
  const characters = runs.flatMap(({ text, face }) => [...text].map((character) => ({ character, face, width: advanceOf(character, face) * size + spacingAt(size) })));
  const breaks = breaksOf(runs.map(({ text }) => text).join(''));
  const lines: Line[] = [];
  for (let start = 0; start < characters.length; ) {
    const left = lines.length === 0 ? firstIndent : indent;
    const room = width - left - spacingAt(size);
    let [end, used, fitting] = [start, 0, start];
    while (end < characters.length && used + characters[end]!.width <= room + 0.01) {
      used += characters[end]!.width;
      end += 1;
      if (breaks.has(end)) fitting = end;
    }
    if (end < characters.length) end = fitting > start ? fitting : Math.max(end, start + 1);
    lines.push(lineOf(characters.slice(start, end), left, size, ragged || end === characters.length ? undefined : width - left));
    start = end;
  }
  return lines;
}

function lineOf(characters: ReadonlyArray<{ character: string; face: Face; width: number }>, indent: number, size: number, fill: number | undefined): Line {
  const runs: Run[] = [];
  for (const { character, face } of characters) {
    const last = runs.at(-1);
    if (last?.face === face) last.text += character;
    else runs.push({ text: character, face });
  }
  const own = characters.reduce((sum, each) => sum + each.width, 0) - spacingAt(size);
  const short = fill === undefined ? 0 : fill - own;
  const extra = characters.length > 1 && short < mostFilled * size ? short / (characters.length - 1) : 0;
  return { runs, indent, width: own + extra * (characters.length - 1), spacing: spacingAt(size) + extra };
}

/** After how many characters a line may end. */
function breaksOf(text: string): Set<number> {
  const breaker = new LineBreaker(text);
  const found = new Set<number>();
  // The breaker counts UTF-16 units.
  for (let at = breaker.nextBreak(), units = 0, count = 0; at; at = breaker.nextBreak()) {
    count += Array.from(text.slice(units, at.position)).length;
    units = at.position;
    found.add(count);
  }
  return found;
}
