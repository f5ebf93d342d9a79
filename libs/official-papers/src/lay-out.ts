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
  const lines = signatureOf(paper).flatMap(({ text, right, after }) =>
    breakLines([{ text, face: 'text' }], { size: sizes.text, width: area.width, ragged: true }).map((line, at) => ({ line, right, after: at === 0 ? after : 0 })),
  );
  set.keepWithLast(lines.reduce((sum, { after }) => sum + (after + 1) * linePitch, 0));
  for (const { line, right, after } of lines) {
    set.skip(after);
    set.line(line, {}, area.width - right - line.width);
  }
}

function paragraph(set: Typesetter, { runs, after = 0, ...indents }: Paragraph): void {
  set.skip(after);
  set.paragraph(runs, indents);
}

const imprintPitch = 1.7 * sizes.small;
const imprintRows = Math.floor(area.height / imprintPitch);
const imprintWidth = area.width - 2 * sizes.small;

interface ImprintLines {
  /** Whom it goes to, as far as that fills pages of its own. */
  ahead: Line[];
  /** The rest of it, on the last page. */
  last: Line[];
  /** Who printed it, beside the date of its last line. */
  office: Line[];
  date: Line | undefined;
}

export function imprintLines(said: Imprint): ImprintLines {
  const { goesTo, printed } = imprintOf(said);
  const broken = (text: string, width: number, indent = 0): Line[] => breakLines([{ text, face: 'text' }], { size: sizes.small, width, indent });
  const date = printed ? oneLine(printed.on, 'text', sizes.small) : undefined;
  const office = printed && date ? broken(printed.office, imprintWidth - date.width - sizes.small) : [];
  const lines = goesTo.flatMap(({ label, text }) => broken(text, imprintWidth, widthOf(label, 'text', sizes.small)));
  const ahead = (Math.ceil((lines.length + office.length) / imprintRows) - 1) * imprintRows;
  return { ahead: lines.slice(0, ahead), last: lines.slice(ahead), office, date };
}

/** 7.4: at the foot of the last page, between rules. */
function imprint(set: Typesetter, said: Imprint): void {
  const { ahead, last, office, date } = imprintLines(said);
  const height = (last.length + office.length) * imprintPitch;
  const write = (lines: readonly Line[]): void => lines.forEach((line) => set.line(line, { size: sizes.small, pitch: imprintPitch }, sizes.small));
  if (ahead.length > 0 || set.room < height + linePitch) set.newPage();
  if (ahead.length > 0 && date) set.rule(0, 0.35 * mm, black);
  write(ahead);
  if (ahead.length > 0) set.newPage();
  set.y = area.height - height;
  if (ahead.length === 0 && date) set.rule(set.y, 0.35 * mm, black);
  write(last);
  if (!date) return;
  if (ahead.length + last.length > 0) set.rule(set.y, 0.25 * mm, black);
  write(office);
  set.y -= imprintPitch;
  set.line(date, { size: sizes.small, pitch: imprintPitch }, area.width - sizes.small - date.width);
  set.rule(set.y, 0.35 * mm, black);
}
