import PdfDocument from 'pdfkit';
import { faces, type Face } from './faces';
import { layOut } from './lay-out';
import { page } from './measures';
import type { OfficialPaper } from './official-paper';

export interface DrawnPaper {
  bytes: Buffer;
  pages: number;
}

/** A4, the fonts in it, cut down to what is used. The same paper gives the same bytes. */
export async function drawPdf(paper: OfficialPaper): Promise<DrawnPaper> {
  const pages = layOut(paper);
  const drawn = new PdfDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: paper.title.replaceAll('\n', ''), Author: paper.signature ?? paper.mark, CreationDate: new Date(`${paper.date}T00:00:00Z`) },
  });
  const chunks: Buffer[] = [];
  drawn.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => drawn.on('end', resolve).on('error', reject));
  for (const face of Object.keys(faces) as Face[]) drawn.registerFont(face, faces[face]);
  for (const { texts, rules } of pages) {
    drawn.addPage();
    for (const { x, y, width, thickness, color } of rules)
      drawn.moveTo(x, y).lineTo(x + width, y).lineWidth(thickness).stroke(color);
    for (const { text, face, size, x, baseline, spacing, color = '#000000' } of texts)
      drawn.font(face, size).fillColor(color).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
  }
  drawn.end();
  await ended;
  return { bytes: Buffer.concat(chunks), pages: pages.length };
}
