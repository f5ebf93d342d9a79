import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph as Block,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IBorderOptions,
  type IParagraphOptions,
} from 'docx';
import { spacingAt, widthOf } from './break-lines';
import { fieldsOf, imprintOf, markSize, noteOf, signatureOf, signerOf, textOf, type Paragraph } from './elements';
import type { Face } from './faces';
import { imprintLines, titleLines } from './lay-out';
import { area, areaRight, areaBottom, characterPitch, linePitch, mm, page, red, size as sizes } from './measures';
import type { Imprint, OfficialPaper } from './official-paper';

/** A word processor has the faces of the standard, or puts its own in their places; 2 MB of fonts in each file would help nobody to edit it. */
const names: Record<Face, string> = { text: '仿宋', title: '方正小标宋简体', heading: '黑体', subheading: '楷体' };
const latin = 'Times New Roman';
/** Down: one twip too many a line, and a page has a line less. */
const twips = (points: number): number => Math.floor(points * 20);
const halfPoints = (points: number): number => Math.floor(points * 2);
const border = (style: IBorderOptions['style'], points: number, color = '000000'): IBorderOptions => ({ style, size: Math.round(points * 8), color, space: 0 });
const redColor = red.slice(1);

/** The paper for a word processor, to be gone on with: the same measures and words as the PDF, its lines broken by whoever opens it. */
export async function writeDocx(paper: OfficialPaper): Promise<Buffer> {
  const letter = paper.form === 'letter';
  const written = new Document({
    creator: paper.signature ?? paper.mark,
    title: paper.title.replaceAll('\n', ''),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { ...faceOf('text'), size: halfPoints(sizes.text) } } } },
    sections: [
      {
        properties: {
          titlePage: letter,
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(area.top),
              left: twips(area.left),
              right: twips(page.width - areaRight),
              bottom: twips(page.height - areaBottom),
              footer: twips(page.height - areaBottom - 7 * mm - sizes.small),
            },
          },
        },
        footers: { default: numbered('odd'), even: numbered('even'), ...(letter && { first: new Footer({ children: [letterFoot()] }) }) },
        children: [
          ...(letter ? letterHead(paper) : documentHead(paper)),
          ...titleOf(paper),
          ...textOf(paper).map((each, at, all) => paragraph(each, { keepNext: at === all.length - 1 })),
          ...signatureOf(paper).map(({ text, right, after }, at) =>
            block([run(text)], { alignment: AlignmentType.RIGHT, indent: { right: twips(right) }, keepNext: at === 0 }, { before: after * linePitch }),
          ),
          ...noteOf(paper).map((each) => paragraph(each)),
          ...(paper.imprint ? imprint(paper.imprint) : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(written);
}

function documentHead(paper: OfficialPaper): Block[] {
  const fields = fieldsOf(paper);
  const signer = paper.signer === null ? [] : [run(`\t${signerOf(paper.signer)}`, 'subheading')];
  const inside = { left: twips(characterPitch) };
  return [
    ...fields.map(({ text, face }) => block([run(text, face)])),
    mark(paper, 35 * mm - fields.length * linePitch),
    block(
      [run(paper.number ?? ''), ...signer],
      signer.length > 0 ? { indent: inside, tabStops: [{ type: TabStopType.RIGHT, position: twips(area.width - characterPitch) }] } : { alignment: AlignmentType.CENTER },
      { before: 2 * linePitch },
    ),
    // A rule of its own: a border would stand inside with the number's indent.
    block([], { border: { bottom: border(BorderStyle.SINGLE, 1.5, redColor) } }, { line: 4 * mm }),
  ];
}

function letterHead(paper: OfficialPaper): Block[] {
  const out = -(170 * mm - area.width) / 2;
  const number = paper.number === null ? [] : [block([run(paper.number)], { alignment: AlignmentType.RIGHT })];
  return [
    // The mark stands above the type area.
    mark(paper, 30 * mm - area.top),
    block([], { indent: { left: twips(out), right: twips(out) }, border: { bottom: border(BorderStyle.THICK_THIN_SMALL_GAP, 3, redColor) } }, { line: 4 * mm }),
    ...number,
    ...fieldsOf(paper).map(({ text, face }) => block([run(text, face)])),
  ];
}

function letterFoot(): Block {
  const out = -(170 * mm - area.width) / 2;
  return block([], { indent: { left: twips(out), right: twips(out) }, border: { bottom: border(BorderStyle.THIN_THICK_SMALL_GAP, 3, redColor) } }, { line: sizes.small });
}

function mark(paper: OfficialPaper, before: number): Block {
  const size = markSize(paper);
  const text = new TextRun({ text: paper.mark, size: halfPoints(size), color: redColor, ...faceOf('title') });
  return block([text], { alignment: AlignmentType.CENTER }, { before: Math.max(0, before), line: size });
}

/** Two empty lines above, one below. */
function titleOf({ title }: OfficialPaper): Block[] {
  const lines = titleLines(title).map(({ runs }) => runs.map(({ text }) => text).join(''));
  return lines.map((text, at) =>
    block([new TextRun({ text, size: halfPoints(sizes.title), ...faceOf('title') })], { alignment: AlignmentType.CENTER }, {
      line: 1.6 * sizes.title,
      ...(at === 0 && { before: 2 * linePitch }),
      ...(at === lines.length - 1 && { after: linePitch }),
    }),
  );
}

function paragraph({ runs, firstIndent = 0, indent = 0, after = 0 }: Paragraph, more: IParagraphOptions = {}): Block {
  const side = firstIndent >= indent ? { firstLine: twips(firstIndent - indent) } : { hanging: twips(indent - firstIndent) };
  const set = { alignment: AlignmentType.BOTH, indent: { left: twips(indent), ...side }, ...more };
  return block(runs.map(({ text, face }) => run(text, face)), set, { before: after * linePitch });
}

const atTheFoot = {
  horizontalAnchor: TableAnchorType.MARGIN,
  verticalAnchor: TableAnchorType.MARGIN,
  relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
  relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
} as const;

/**
 * At the foot of the page it comes to stand on, in Word; LibreOffice 7 lets it follow the text, all of it on one page. What is longer than a page
 * follows it, too: such a table ends with its page.
 */
function imprint(said: Imprint): Array<Block | Table> {
  const { goesTo, printed } = imprintOf(said);
  const fits = imprintLines(said).ahead.length === 0;
  const written = (text: string, hang = 0): Block => {
    const indent = { left: twips(sizes.small) + hang, right: twips(sizes.small), hanging: hang };
    const tabStops = [{ type: TabStopType.RIGHT, position: twips(area.width - sizes.small) }];
    return block([run(text, 'text', sizes.small)], { indent, tabStops, keepNext: fits }, { line: 1.7 * sizes.small });
  };
  const row = (children: Block[]): TableRow => new TableRow({ cantSplit: fits, children: [new TableCell({ margins: { left: 0, right: 0 }, children })] });
  const none = border(BorderStyle.NONE, 0);
  const [outer, inner] = printed ? [border(BorderStyle.SINGLE, 0.35 * mm), border(BorderStyle.SINGLE, 0.25 * mm)] : [none, none];
  const table = new Table({
    rows: [
      ...(goesTo.length > 0 ? [row(goesTo.map(({ label, text }) => written(text, twips(widthOf(label, 'text', sizes.small)))))] : []),
      ...(printed ? [row([written(`${printed.office}\t${printed.on}`)])] : []),
    ],
    width: { size: twips(area.width), type: WidthType.DXA },
    columnWidths: [twips(area.width)],
    borders: { top: outer, bottom: outer, insideHorizontal: inner, left: none, right: none },
    ...(fits && { float: atTheFoot }),
  });
  // A table floats beside the text that follows it.
  return [table, block([], {}, { line: 1 })];
}

function numbered(side: 'odd' | 'even'): Footer {
  const text = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: halfPoints(sizes.small), ...faceOf('text') });
  const indent = { left: twips(sizes.small), right: twips(sizes.small) };
  return new Footer({ children: [new Block({ children: [text], alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT, indent })] });
}

/** @param spacing in points; lines of exactly `line` */
function block(children: TextRun[], more: IParagraphOptions = {}, { before = 0, after = 0, line = linePitch } = {}): Block {
  const spacing = { before: twips(before), after: twips(after), line: twips(line), lineRule: LineRuleType.EXACT };
  return new Block({ children, spacing, widowControl: false, ...more });
}

function run(text: string, face: Face = 'text', size: number = sizes.text): TextRun {
  return new TextRun({ text, size: halfPoints(size), characterSpacing: twips(spacingAt(size)), ...faceOf(face) });
}

function faceOf(face: Face) {
  return { font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: names[face] } };
}
