import { widthOf } from './break-lines';
import type { Face } from './faces';
import { area, characterPitch, size as sizes } from './measures';
import type { Attendance, Imprint, OfficialPaper } from './official-paper';
import { paragraphsOf, type Run } from './runs';

/** A paragraph as both formats set it; indents in points. */
export interface Paragraph {
  runs: Run[];
  firstIndent?: number;
  indent?: number;
  /** Empty lines before it. */
  after?: number;
}

const twoCharacters = 2 * characterPitch;

/** From the addressees to the last person at a meeting, in their order (7.3, 10.3). */
export function textOf({ addressees, body, attachments, attendance }: OfficialPaper): Paragraph[] {
  return [
    ...(addressees ? [{ runs: plain(`${addressees}：`) }] : []),
    ...paragraphsOf(body).map((runs) => ({ runs, firstIndent: twoCharacters })),
    ...attachmentsOf(attachments),
    ...(attendance ? attendanceOf(attendance) : []),
  ];
}

/** 7.3.4: their titles under each other, without a mark at their ends. */
function attachmentsOf(titles: readonly string[]): Paragraph[] {
  const label = '附件：';
  const left = twoCharacters + widthOf(label, 'text', sizes.text);
  return titles.map((title, at) => {
    const number = titles.length > 1 ? `${at + 1}. ` : '';
    return {
      runs: plain(`${at === 0 ? label : ''}${number}${title}`),
      firstIndent: at === 0 ? twoCharacters : left,
      indent: left + widthOf(number, 'text', sizes.text),
      ...(at === 0 && { after: 1 }),
    };
  });
}

/** 10.3: 出席, 请假, 列席 in 黑体, the names under each other. */
function attendanceOf({ present, absent, observers }: Attendance): Paragraph[] {
  const rows: Array<[string, string | null]> = [
    ['出席：', present],
    ['请假：', absent],
    ['列席：', observers],
  ];
  const named = rows.filter((row): row is [string, string] => row[1] !== null);
  return named.map(([label, names], at) => ({
    runs: [
      { text: label, face: 'heading' },
      { text: names, face: 'text' },
    ],
    firstIndent: twoCharacters,
    indent: twoCharacters + widthOf(label, 'heading', sizes.text),
    ...(at === 0 && { after: 1 }),
  }));
}

/** 7.3.5.1: the date ends four characters from the right, the office stands in its middle above it; between two empty lines and these, the seal. */
export function signatureOf({ signature, date }: OfficialPaper): Array<{ text: string; right: number; after: number }> {
  if (signature === null) return [];
  const lines = [signature, chineseDate(date)];
  const widths = lines.map((text) => widthOf(text, 'text', sizes.text));
  const middle = Math.max(4 * characterPitch + widths[1]! / 2, widths[0]! / 2);
  return lines.map((text, at) => ({ text, right: middle - widths[at]! / 2, after: at === 0 ? 2 : 0 }));
}

/** 附注: in brackets, two characters in. */
export function noteOf({ note }: OfficialPaper): Paragraph[] {
  return note === null ? [] : [{ runs: plain(`（${note}）`), firstIndent: twoCharacters }];
}

/** 份号, 密级, 紧急程度, from above (7.2.1–7.2.3). */
export function fieldsOf({ copyNumber, confidentiality, urgency }: OfficialPaper): Run[] {
  const fields: Array<[string | null, Face]> = [
    [copyNumber, 'text'],
    [confidentiality, 'heading'],
    [urgency, 'heading'],
  ];
  return fields.flatMap(([text, face]) => (text === null ? [] : [{ text, face }]));
}

export const signerOf = (signer: string): string => `签发人：${signer}`;

/** 7.4.2, 7.4.3: whom it goes to, below each other without a rule between them, and who printed it when. */
export function imprintOf({ addressees, copiesTo, printed }: Imprint) {
  const rows: Array<[string, string | null]> = [
    ['主送：', addressees],
    ['抄送：', copiesTo],
  ];
  return {
    goesTo: rows.flatMap(([label, names]) => (names === null ? [] : [{ label, text: `${label}${names}。` }])),
    printed: printed && { office: printed.office, on: `${chineseDate(printed.date)}印发` },
  };
}

/** As large as fits into the area's width, yet no larger than the form's mark is. */
export function markSize({ form, mark }: OfficialPaper): number {
  return Math.min(form === 'letter' ? 40 : 54, (area.width * 0.96) / widthOf(mark, 'title', 1));
}

/** `2026-11-28` as `2026年11月28日`, without leading zeros (7.3.5). */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const plain = (text: string): Run[] => [{ text, face: 'text' }];
