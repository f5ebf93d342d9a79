import { PDFDocument, type PDFEmbeddedPage, type PDFPage } from 'pdf-lib';
import PdfDocument from 'pdfkit';

/** Nothing can be put on its pages: it is encrypted, broken, no PDF at all, or unpacks to more than a paper has. */
export class UnmarkableError extends Error {}

interface Size {
  width: number;
  height: number;
}

/** Behind each mark, and from one line of them to the next, points; lines rise from left to right. */
const gap = 60;
const down = 110;
const rise = -24;
const faint = 0.16;
const footSize = 9;
/** Of a page, points: readers of PDF take no larger one (200 inches), and each part of it gets its marks. */
const largestSide = 14_400;

/** What cannot be read whole is not marked: what is left out would be missing in what is handed out. */
const strictly = { updateMetadata: false, throwOnInvalidObject: true };

/**
 * Puts a mark on every page of a PDF: faint, all over it, so that no part of a page is without one, and once to be read at the foot.
 * What the pages say stays as it is, and so does what may be searched in them. Whatever the file makes it do: see `markProgram`, which
 * runs this alone and can be ended, so this file imports none of ours.
 * @param font a file of the face the mark is set in
 * @throws UnmarkableError
 */
export async function markPages(pdf: Uint8Array, mark: string, font: string): Promise<Buffer> {
  try {
    const marked = await PDFDocument.load(pdf, strictly);
    if (marked.getPageCount() === 0) throw new Error('it has no pages');
    await putOnAll(marked, mark, font);
    return Buffer.from(await marked.save());
  } catch (cause) {
    throw new UnmarkableError(`cannot be marked: ${(cause as Error).message}`, { cause });
  }
}

async function putOnAll(marked: PDFDocument, mark: string, font: string): Promise<void> {
  const stamps = new Map<string, PDFEmbeddedPage>();
  for (const page of marked.getPages()) {
    const { width, height } = page.getCropBox();
    if (!(width > 0 && width <= largestSide && height > 0 && height <= largestSide)) throw new Error(`a page measures ${width} × ${height}`);
    const key = `${Math.round(width)}×${Math.round(height)}`;
    let stamp = stamps.get(key);
    if (!stamp) {
      [stamp] = await marked.embedPdf(await stampOf({ width, height }, mark, font));
      stamps.set(key, stamp!);
    }
    put(page, stamp!);
  }
}

function put(page: PDFPage, stamp: PDFEmbeddedPage): void {
  const { x, y, width, height } = page.getCropBox();
  page.drawPage(stamp, { x, y, width, height });
}

function stampOf({ width, height }: Size, mark: string, font: string): Promise<Buffer> {
  return drawn({ size: [width, height], margin: 0 }, (document) => {
    document.font(font).fontSize(14).fillColor('#000000').fillOpacity(faint);
    const across = document.widthOfString(mark) + gap;
    for (let y = 0; y < height + across / 2; y += down)
      for (let x = (y / down) % 2 === 0 ? -across / 2 : 0; x < width; x += across)
        document.save().rotate(rise, { origin: [x, y] }).text(mark, x, y, { lineBreak: false }).restore();
    document.fillOpacity(1).fillColor('#555555').fontSize(footSize).text(mark, 18, Math.max(0, height - 2 * footSize), { lineBreak: false });
  });
}

export async function drawn(options: { size: [number, number]; margin: number; info?: { CreationDate: Date } }, draw: (document: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const document = new PdfDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  draw(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
