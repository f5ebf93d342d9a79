import { create } from 'qrcode';
import { faces } from './faces';
import { drawn } from './mark-pages';
import { mm, page } from './measures';

/** What stands on a label: what a scanner reads, which people read, too, and what it is. */
export interface Label {
  code: string;
  title: string;
}

/** A common sheet of labels: 24 of 70 × 37 mm, none of the page between them. */
const across = 3;
const down = 8;
export const labelsPerSheet = across * down;
const size = { width: page.width / across, height: 37 * mm };
const top = (page.height - down * size.height) / 2;
const inset = 4 * mm;
/** So wide that a scanner reads it at arm's length; on each side four of its modules are left free, as the code asks for. */
const codeSide = 24 * mm;
const beside = 3.5 * mm;

/** Labels to stick on paper, 24 to a sheet of A4. */
export async function labelsAsPdf(labels: readonly Label[]): Promise<Buffer> {
  return drawn({ size: [page.width, page.height], margin: 0 }, (document) => {
    labels.forEach((label, index) => {
      const place = index % labelsPerSheet;
      if (index > 0 && place === 0) document.addPage({ size: [page.width, page.height], margin: 0 });
      drawLabel(document, label, (place % across) * size.width, top + Math.floor(place / across) * size.height);
    });
  });
}

function drawLabel(document: PDFKit.PDFDocument, { code, title }: Label, left: number, upper: number): void {
  drawCode(document, code, left + inset, upper + (size.height - codeSide) / 2);
  const words = left + inset + codeSide + beside;
  const width = left + size.width - inset - words;
  document.font(faces.heading).fontSize(8).text(code, words, upper + inset + mm, { width, height: 10 * mm, ellipsis: true });
  document.font(faces.text).fontSize(8).text(title, words, upper + inset + 12 * mm, { width, height: 16 * mm, ellipsis: true });
}

/** Each dark module a square. */
function drawCode(document: PDFKit.PDFDocument, code: string, left: number, upper: number): void {
  const { modules } = create(code, { errorCorrectionLevel: 'M' });
  const side = codeSide / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) document.rect(left + column * side, upper + row * side, side, side);
  document.fill('#000000');
}
