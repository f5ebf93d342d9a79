import { breakLines, spacingAt, widthOf, type Line } from './break-lines';
import type { Face } from './faces';
import { area, areaBottom, linePitch, mm, size as sizes } from './measures';
import type { Run } from './runs';

export interface PlacedText {
  text: string;
  face: Face;
  size: number;
  /** From the left and upper edge of the page, points. */
  x: number;
  baseline: number;
  /** Behind each character, points. */
  spacing: number;
  color?: string;
}

/** A straight line across; `y` is its middle. */
export interface Rule {
  x: number;
  y: number;
  width: number;
  thickness: number;
  color: string;
}

export interface Page {
  texts: PlacedText[];
  rules: Rule[];
}

export interface Placing {
  size?: number;
  /** From line to line, points. */
  pitch?: number;
  color?: string;
}

/** From the middle of a full-width character to its baseline, em. */
const middleAboveBaseline = 0.38;

/** Sets lines below each other into the type area, page after page. */
export class Typesetter {
  readonly pages: Page[] = [{ texts: [], rules: [] }];
  /** Where the next line begins, points below the top of the area. */
  y = 0;
  private last: { page: Page; texts: PlacedText[]; pitch: number } | undefined;

  get page(): Page {
    return this.pages.at(-1)!;
  }

  get room(): number {
    return area.height - this.y;
  }

  skip(lines: number): void {
    this.y += lines * linePitch;
  }

  newPage(): void {
    this.pages.push({ texts: [], rules: [] });
    this.y = 0;
  }

  paragraph(runs: readonly Run[], indents: { firstIndent?: number; indent?: number } = {}): void {
    for (const line of breakLines(runs, { size: sizes.text, width: area.width, ...indents })) this.line(line);
  }

  /** @param left of the line's own indent, from the left edge of the area */
  line(line: Line, { size = sizes.text, pitch = linePitch, color }: Placing = {}, left = 0): void {
    if (pitch > this.room + 0.5) this.newPage();
    const texts: PlacedText[] = [];
    let x = area.left + left + line.indent;
    for (const { text, face } of line.runs) {
      texts.push({ text, face, size, x, baseline: this.baseline(size, pitch), spacing: line.spacing, ...(color && { color }) });
      x += widthOf(text, face, size) + (line.spacing - spacingAt(size)) * [...text].length;
    }
    this.page.texts.push(...texts);
    this.last = { page: this.page, texts, pitch };
    this.y += pitch;
  }

  /** Begins a new page where `height` does not fit, and takes the last line along: a signature stands on no page without text. */
  keepWithLast(height: number): void {
    if (height <= this.room + 0.5) return;
    const { last } = this;
    this.newPage();
    if (!last) return;
    last.page.texts = last.page.texts.filter((text) => !last.texts.includes(text));
    const baseline = this.baseline(last.texts[0]!.size, last.pitch);
    this.page.texts.push(...last.texts.map((text) => ({ ...text, baseline })));
    this.y = last.pitch;
  }

  rule(y: number, thickness: number, color: string, { x = area.left, width = area.width } = {}): void {
    this.page.rules.push({ x, y: area.top + y, width, thickness, color });
  }

  private baseline(size: number, pitch: number): number {
    return area.top + this.y + pitch / 2 + middleAboveBaseline * size;
  }
}

/** `— 1 —` 7 mm below the area, to the outer side (7.5). */
export function pageNumber(number: number): PlacedText {
  const text = `— ${number} —`;
  const width = widthOf(text, 'text', sizes.small);
  const x = number % 2 === 1 ? area.left + area.width - sizes.small - width : area.left + sizes.small;
  return { text, face: 'text', size: sizes.small, x, baseline: areaBottom + 7 * mm + 0.88 * sizes.small, spacing: spacingAt(sizes.small) };
}
