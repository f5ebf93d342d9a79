import type { Localized } from '@property-office/kernel';
import { escaped } from '@property-office/service-kit';
import { localTime } from './local-time';
import { qrPath } from './qr';

/** What a receipt of a repair request says; nothing of who reported it or how to call them. */
export interface Receipt {
  number: string;
  site: Localized;
  place: Localized;
  category: Localized;
  status: Localized;
  /** The reporter's own words. */
  description: string;
  reportedAt: Date;
  preferredWindow: { from: Date; to: Date } | null;
  timeZone: string;
  /** What the QR opens. */
  url: string;
}

const style = `
  @page { size: A5; margin: 10mm; }
  body { font: 16pt/1.35 'Noto Sans SC', 'Microsoft YaHei', sans-serif; color: #000; margin: 0; }
  @media screen { body { max-width: 128mm; margin: 10mm auto; padding: 0 5mm; } }
  h1 { font-size: 24pt; margin: 0 0 2mm; }
  .number { font-size: 26pt; font-weight: 700; white-space: nowrap; margin: 3mm 0; }
  @media screen and (max-width: 130mm) { .number { clear: right; } }
  dl { margin: 0; }
  dt { font-size: 12pt; margin-top: 2mm; }
  dd { margin: 0; font-size: 18pt; overflow-wrap: anywhere; }
  small { display: block; font-size: 12pt; }
  svg { width: 34mm; height: 34mm; float: right; margin-left: 4mm; }`;

/** A printed receipt in large type for who has no telephone (W6.4): A5, Chinese first. */
export function receiptPage(receipt: Receipt): string {
  const { number, site, place, category, status, description, preferredWindow, url } = receipt;
  const { size, path } = qrPath(url);
  const both = ({ zh, en }: Localized) => `${escaped(zh)}<small>${escaped(en)}</small>`;
  const row = (name: Localized, value: string) =>
    `<dt>${escaped(name.zh)} · ${escaped(name.en)}</dt><dd>${value}</dd>`;
  const at = (instant: Date) => escaped(localTime(instant, receipt.timeZone));
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(number)}</title><style>${style}</style></head><body>`,
    `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(url)}"><path d="${path}"/></svg>`,
    `<h1>报修回执<small>Receipt of a repair request</small></h1>`,
    `<p class="number">${escaped(number)}</p>`,
    '<dl>',
    row({ zh: '小区', en: 'Site' }, both(site)),
    row({ zh: '地点', en: 'Place' }, both(place)),
    row({ zh: '类别', en: 'Category' }, both(category)),
    row({ zh: '问题', en: 'What was reported' }, escaped(description)),
    row({ zh: '报修时间', en: 'Reported' }, at(receipt.reportedAt)),
    ...(preferredWindow
      ? [row({ zh: '方便上门的时间', en: 'Preferred window' }, `${at(preferredWindow.from)} – ${at(preferredWindow.to)}`)]
      : []),
    row({ zh: '打印时状态', en: 'Status when printed' }, both(status)),
    '</dl>',
    '<p>请保留此回执。询问进度时，请说出上面的编号；家人扫码也可查看。<small>Please keep this. Give the number when you ask; family may scan the code to see what becomes of it.</small></p>',
    '</body></html>',
  ].join('\n');
}
