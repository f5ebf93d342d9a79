import { localTime } from '@property-office/calendar';
import type { Localized } from '@property-office/kernel';
import { html, Html, pageHeaders } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { qrPath } from './qr';
import { shown, type Row } from './row';

/** What a receipt says; nothing of who asked or how to call them. */
export interface Receipt {
  title: Localized;
  number: string;
  site: Localized;
  /** Where, of what kind, in whose words. */
  what: readonly Row[];
  reportedAt: Date;
  /** By when something is promised, or in which words; null: nothing runs any more. */
  by: Date | Localized | null;
  status: Localized;
  /** What became of it so far. */
  came?: readonly Row[];
  /** IANA name, of the site. */
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
  dd { margin: 0; font-size: 18pt; overflow-wrap: anywhere; white-space: pre-line; }
  small { display: block; font-size: 12pt; }
  svg { width: 34mm; height: 34mm; float: right; margin-left: 4mm; }`;

/** A printed receipt in large type for who has no telephone (W6.4): A5, Chinese first. */
export function receiptPage({ title, number, site, what, reportedAt, by, status, came = [], timeZone, url }: Receipt): string {
  const { size, path } = qrPath(url);
  const at = (instant: Date): string => localTime(instant, timeZone);
  const rows: Row[] = [
    { name: { zh: '小区', en: 'Site' }, value: site },
    ...what,
    { name: { zh: '登记时间', en: 'Reported' }, value: at(reportedAt) },
    { name: { zh: '打印时状态', en: 'Status when printed' }, value: status },
    ...(by ? [{ name: { zh: '最迟', en: 'By' }, value: by instanceof Date ? at(by) : by }] : []),
    ...came,
    { name: { zh: '找谁询问', en: 'Whom to ask' }, value: { zh: `${site.zh}客服前台`, en: `The desk of ${site.en}` } },
  ];
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${number}</title><style>${new Html(style)}</style></head><body>
<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${url}"><path d="${path}"/></svg>
<h1>${title.zh}<small>${title.en}</small></h1>
<p class="number">${number}</p>
<dl>
${rows.map(({ name, value }) => html`<dt>${name.zh} · ${name.en}</dt><dd>${shown(value)}</dd>
`)}</dl>
<p>请保留此回执。询问进度时，请说出上面的编号；家人扫码也可查看。<small>Please keep this. Give the number when you ask; family may scan the code to see what becomes of it.</small></p>
</body></html>`.text;
}

export async function sendReceipt(reply: FastifyReply, receipt: Receipt): Promise<void> {
  await reply.headers(pageHeaders).send(receiptPage(receipt));
}
