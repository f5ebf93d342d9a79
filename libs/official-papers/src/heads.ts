import { breakLines, type Line } from './break-lines';
import { fieldsOf, markSize, signerOf } from './elements';
import type { Face } from './faces';
import { area, characterPitch, linePitch, mm, page, red, size as sizes } from './measures';
import type { OfficialPaper } from './official-paper';
import type { Typesetter } from './typesetter';

/** 版头 of each form. @param set at the top of its first page */
export const heads = { document: documentHead, letter: letterHead, minutes: documentHead } as const;

/** 7.2: the mark 35 mm below the top of the area, the number two lines below it, the red rule 4 mm below that. */
function documentHead(set: Typesetter, paper: OfficialPaper): void {
  fields(set, paper);
  set.y = 35 * mm;
  mark(set, paper);
  set.skip(2);
  numberAndSigner(set, paper);
  set.y += 4 * mm;
  set.rule(set.y, 1.5, red);
  set.skip(2);
}

/** 10.1: the mark 30 mm below the edge of the paper, double red rules of 170 mm under it and 20 mm above the lower edge. */
function letterHead(set: Typesetter, paper: OfficialPaper): void {
  set.y = 30 * mm - area.top;
  mark(set, paper);
  set.y += 4 * mm;
  const across = { x: (page.width - 170 * mm) / 2, width: 170 * mm };
  set.rule(set.y, 2, red, across);
  set.rule(set.y + 3, 0.7, red, across);
  const foot = page.height - 20 * mm - area.top;
  set.rule(foot - 3, 0.7, red, across);
  set.rule(foot, 2, red, across);
  set.y += linePitch / 3;
  const top = set.y;
  if (paper.number) right(set, paper.number);
  const below = set.y;
  set.y = top;
  fields(set, paper);
  set.y = Math.max(set.y, below);
  set.skip(2);
}

function fields(set: Typesetter, paper: OfficialPaper): void {
  for (const { text, face } of fieldsOf(paper)) set.line(oneLine(text, face));
}

function mark(set: Typesetter, paper: OfficialPaper): void {
  const size = markSize(paper);
  const line = oneLine(paper.mark, 'title', size);
  set.line(line, { size, pitch: size, color: red }, (area.width - line.width) / 2);
}

/** 7.2.5, 7.2.6: in the middle; with a signer the number stands left and the signer right, a character inside. */
function numberAndSigner(set: Typesetter, { number, signer }: OfficialPaper): void {
  const text = oneLine(number ?? '', 'text');
  if (!signer) return set.line(text, {}, (area.width - text.width) / 2);
  const { y } = set;
  set.line(text, {}, characterPitch);
  set.y = y;
  const who = oneLine(signerOf(signer), 'subheading');
  set.line(who, {}, area.width - characterPitch - who.width);
}

function right(set: Typesetter, text: string): void {
  const line = oneLine(text, 'text');
  set.line(line, {}, area.width - line.width);
}

export function oneLine(text: string, face: Face, size: number = sizes.text): Line {
  const [line = { runs: [], indent: 0, width: 0, spacing: 0 }] = breakLines([{ text, face }], { size, width: Number.POSITIVE_INFINITY, ragged: true });
  return line;
}
