import type { Face } from './faces';

/** Words in one face. */
export interface Run {
  text: string;
  face: Face;
}

/** 结构层次序数 (7.3.3): first level in 黑体, second in 楷体, third and fourth as the text. */
const levels: ReadonlyArray<[RegExp, Face]> = [
  [/^[一二三四五六七八九十]+、/u, 'heading'],
  [/^（[一二三四五六七八九十]+）/u, 'subheading'],
];

/** The paragraphs of a body; empty lines are none. */
export function paragraphsOf(body: string): Run[][] {
  return body
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(runsOf);
}

/** Where text follows a heading on its line, the heading ends with its sentence. */
function runsOf(paragraph: string): Run[] {
  const face = levels.find(([beginning]) => beginning.test(paragraph))?.[1];
  if (!face) return [{ text: paragraph, face: 'text' }];
  const end = paragraph.indexOf('。') + 1;
  if (end === 0 || end === paragraph.length) return [{ text: paragraph, face }];
  return [
    { text: paragraph.slice(0, end), face },
    { text: paragraph.slice(end), face: 'text' },
  ];
}
