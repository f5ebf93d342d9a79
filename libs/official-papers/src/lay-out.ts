import { breakLines, widthOf, type Line } from './break-lines';
import { imprintOf, noteOf, signatureOf, textOf, type Paragraph } from './elements';
import { heads, oneLine } from './heads';
import { area, linePitch, mm, size as sizes } from './measures';
import type { Imprint, OfficialPaper } from './official-paper';
import type { Run } from './runs';
import { pageNumber, Typesetter, type Page } from './typesetter';

const black = '#000000';
const titlePitch = 1.6 * sizes.title;
/** Characters of a title's line at most. */
const titleLine = 18;

/** Sets a paper into pages: where everything stands, without drawing it. */
export function layOut(paper: OfficialPaper): Page[] {
  const set = new Typesetter();
  heads[paper.form](set, paper);
  for (const line of titleLines(paper.title)) set.line(line, { size: sizes.title, pitch: titlePitch }, (area.width - line.width) / 2);
  set.skip(1);
  for (const each of textOf(paper)) paragraph(set, each);
  signature(set, paper);
  for (const each of noteOf(paper)) paragraph(set, each);
  if (paper.imprint) imprint(set, paper.imprint);
  set.pages.forEach(({ texts }, at) => {
    // 10.1: a letter shows no number on its first page.
    if (at > 0 || paper.form !== 'letter') texts.push(pageNumber(at + 1));
  });
  return set.pages;
}

/** 7.3.1: in lines of about the same length. */
export function titleLines(title: string): Line[] {
  return title.split('\n').flatMap((part) => {
    const runs: Run[] = [{ text: part.trim(), face: 'title' }];
    const lines = Math.ceil([...part.trim()].length / titleLine);
    for (let characters = Math.ceil([...part.trim()].length / lines); ; characters += 1) {
      const broken = breakLines(runs, { size: sizes.title, width: Math.min(characters * sizes.title, area.width), ragged: true });
      if (broken.length <= lines || characters * sizes.title > area.width) return broken;
    }
  });
}

/** Room for the seal, and for the last line of the text beside it. */
function signature(set: Typesetter, paper: OfficialPaper): void {
  const lines = signatureOf(paper);
  set.keepWithLast(lines.reduce((sum, { after }) => sum + (after + 1) * linePitch, 0));
  for (const { text, right, after } of lines) {
    set.skip(after);
    const line = oneLine(text, 'text');
    set.line(line, {}, area.width - right - line.width);
  }
}

function paragraph(set: Typesetter, { runs, after = 0, ...indents }: Paragraph): void {
  set.skip(after);
  set.paragraph(runs, indents);
}

/** 7.4: at the foot of the last page, between rules. */
function imprint(set: Typesetter, said: Imprint): void {
  const pitch = 1.7 * sizes.small;
  const inside = sizes.small;
  const { goesTo, printed } = imprintOf(said);
  const lines = goesTo.flatMap(({ label, text }) =>
    breakLines([{ text, face: 'text' }], { size: sizes.small, width: area.width - 2 * inside, indent: widthOf(label, 'text', sizes.small) }),
  );
  const height = (lines.length + (printed ? 1 : 0)) * pitch;
  if (set.room < height + linePitch) set.newPage();
  set.y = area.height - height;
  if (printed) set.rule(set.y, 0.35 * mm, black);
  for (const line of lines) set.line(line, { size: sizes.small, pitch }, inside);
  if (!printed) return;
  if (lines.length > 0) set.rule(set.y, 0.25 * mm, black);
  const { y } = set;
  set.line(oneLine(printed.office, 'text', sizes.small), { size: sizes.small, pitch }, inside);
  set.y = y;
  const when = oneLine(printed.on, 'text', sizes.small);
  set.line(when, { size: sizes.small, pitch }, area.width - inside - when.width);
  set.rule(set.y, 0.35 * mm, black);
}
