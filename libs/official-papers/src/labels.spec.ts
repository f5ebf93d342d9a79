import { inflateSync } from 'node:zlib';
import { textOfPages } from '@property-office/testing';
import { create } from 'qrcode';
import { PDFDocument } from 'pdf-lib';
import { labelsAsPdf, labelsPerSheet } from './labels';
import { mm } from './measures';

const number = (n: number): string => `PM01-WS·2026-D30-KFB-${String(n).padStart(4, '0')}`;

it('puts 24 labels on a sheet of A4, each with its number and title (W4.4)', async () => {
  const bytes = await labelsAsPdf(Array.from({ length: labelsPerSheet + 1 }, (_, n) => ({ code: number(n), title: `消防设施检查报告（第${n}册）` })));
  const [first, second, ...none] = await textOfPages(bytes);
  expect(none).toEqual([]);
  expect(first).toContain(number(labelsPerSheet - 1));
  expect(first).not.toContain(number(labelsPerSheet));
  expect(second).toContain(`第${labelsPerSheet}册`);
  const [page] = (await PDFDocument.load(bytes)).getPages();
  expect([page!.getWidth() / mm, page!.getHeight() / mm].map(Math.round)).toEqual([210, 297]);
});

it('leaves room between neighbours, however long a title is', async () => {
  const [text] = await textOfPages(await labelsAsPdf([{ code: number(1), title: '关于'.repeat(200) }, { code: number(2), title: '短' }]));
  expect(text!.split('关于').length - 1).toBeLessThan(80);
  expect(text).toContain(number(2));
});

it('draws the code as squares, one for each dark module and none for another', async () => {
  const { modules } = create(number(1), { errorCorrectionLevel: 'M' });
  const squares = await squaresOf(await labelsAsPdf([{ code: number(1), title: '' }]));
  const side = squares[0]![2];
  const [left, upper] = [Math.min(...squares.map(([x]) => x)), Math.min(...squares.map(([, y]) => y))];
  const drawn = new Set(squares.map(([x, y]) => Math.round((y - upper) / side) * modules.size + Math.round((x - left) / side)));
  expect([...drawn].toSorted((one, other) => one - other)).toEqual([...modules.data].flatMap((dark, index) => (dark ? [index] : [])));
  // As wide as a scanner reads it from an arm's length.
  expect((side * modules.size) / mm).toBeCloseTo(24, 1);
});

/** Left, upper edge and width of each rectangle on the first page. */
async function squaresOf(pdf: Buffer): Promise<Array<[number, number, number]>> {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: opening }) => {
    try {
      return [inflateSync(pdf.subarray(index + opening.length, text.indexOf('endstream', index))).toString('latin1')];
    } catch {
      return [];
    }
  });
  return streams.flatMap((stream) => [...stream.matchAll(/(\S+) (\S+) (\S+) \S+ re\b/g)].map(([, x, y, width]) => [Number(x), Number(y), Number(width)] as [number, number, number]));
}
