import { faces } from './faces';
import { drawn } from './mark-pages';
import { page as a4 } from './measures';

/** A picture as a page of its own. @param jpeg what PDF takes as it is */
export async function pictureAsPdf(jpeg: Buffer): Promise<Buffer> {
  return drawn({ size: [a4.width, a4.height], margin: 36 }, (document) => {
    document.image(jpeg, 36, 36, { fit: [a4.width - 72, a4.height - 72], align: 'center', valign: 'center' });
  });
}

/** Words without a form of their own, as they were kept. */
export async function textAsPdf(title: string, text: string): Promise<Buffer> {
  return drawn({ size: [a4.width, a4.height], margin: 72 }, (document) => {
    document.font(faces.title).fontSize(16).text(title, { align: 'center' }).moveDown();
    document.font(faces.text).fontSize(12).text(text, { lineGap: 6 });
  });
}

export interface PlainTable {
  title: string;
  note: string;
  heads: readonly string[];
  /** How wide each column is, as a share of the page. */
  shares: readonly number[];
  rows: ReadonlyArray<readonly string[]>;
  /** When what it says was so. It is the date of the file, too: the same table gives the same bytes. */
  asOf: Date;
}

/** A register: its heads stand on each page, and each page says which it is. */
export async function tableAsPdf({ title, note, heads, shares, rows, asOf }: PlainTable): Promise<{ bytes: Buffer; pages: number }> {
  const [margin, size, padding] = [42, 9, 4];
  const [width, end] = [a4.width - 2 * margin, a4.height - margin - 24];
  const widths = shares.map((share) => (share / shares.reduce((sum, each) => sum + each, 0)) * width);
  let pages = 1;
  const bytes = await drawn({ size: [a4.width, a4.height], margin, info: { CreationDate: asOf } }, (document) => {
    let y = margin;
    const line = (cells: readonly string[], face: string): void => {
      document.font(face).fontSize(size);
      const height = Math.max(...cells.map((cell, i) => document.heightOfString(cell || ' ', { width: widths[i]! - 2 * padding }))) + 2 * padding;
      if (y + height > end) {
        foot();
        document.addPage();
        pages += 1;
        y = margin;
        if (face !== faces.title) line(heads, faces.title);
        document.font(face).fontSize(size);
      }
      let x = margin;
      for (const [i, cell] of cells.entries()) {
        document.lineWidth(0.5).rect(x, y, widths[i]!, height).stroke();
        document.text(cell, x + padding, y + padding, { width: widths[i]! - 2 * padding });
        x += widths[i]!;
      }
      y += height;
    };
    const foot = (): void => void document.font(faces.text).fontSize(size).text(`${pages}`, margin, end + padding, { width, align: 'center' });
    document.font(faces.title).fontSize(16).text(title, margin, y, { width, align: 'center' });
    document.font(faces.text).fontSize(size + 1).text(note, margin, document.y + padding, { width });
    y = document.y + 2 * padding;
    line(heads, faces.title);
    for (const row of rows) line(row, faces.text);
    foot();
  });
  return { bytes, pages };
}
