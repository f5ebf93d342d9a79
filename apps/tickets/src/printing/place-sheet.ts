import type { Localized } from '@property-office/kernel';
import { qrPath } from '@property-office/receipts';
import { escaped } from '@property-office/service-kit';

export interface PlaceSheet {
  site: Localized;
  place: Localized;
  /** What the QR opens. */
  url: string;
}

const width = 148;
const height = 210;
const side = 96;

/** The sheet that hangs in a public place: A5 as SVG, to be printed as it is (W6.7). */
export function placeSheet({ site, place, url }: PlaceSheet): string {
  const { size, path } = qrPath(url);
  const scale = side / size;
  const line = (y: number, fontSize: number, text: string) =>
    `<text x="${width / 2}" y="${y}" font-size="${fontSize}" text-anchor="middle">${escaped(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="'Noto Sans SC', 'Microsoft YaHei', sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    line(22, 12, '扫码报修'),
    line(32, 6, 'Scan to report a repair'),
    `<g transform="translate(${(width - side) / 2} 42) scale(${scale})"><path d="${path}" fill="#000"/></g>`,
    line(156, 9, place.zh),
    line(165, 6, place.en),
    line(180, 7, site.zh),
    line(188, 5, site.en),
    line(200, 4.5, '无需登录 · No account needed'),
    '</svg>',
  ].join('\n');
}
