import { localTime } from '@property-office/calendar';
import type { Localized } from '@property-office/kernel';
import { both, html, page } from '@property-office/service-kit';
import { shown, type Row } from './row';

/** What becomes of a thing, as its link may tell: no words, names or places. */
export interface Followed {
  title: Localized;
  number: string;
  status: Localized;
  rows?: readonly Row[];
  reportedAt: Date;
  changedAt: Date;
  /** IANA name, of the site. */
  timeZone: string;
}

const style = `
dt { margin-top: 1rem; color: #555 } dd { margin: 0; font-size: 1.4rem }`;

/** What the QR of a receipt opens on any telephone, without an account (W2.6, W6.4). */
export function followPage({ title, number, status, rows = [], reportedAt, changedAt, timeZone }: Followed): string {
  const all: Row[] = [
    { name: { zh: '编号', en: 'Number' }, value: number },
    { name: { zh: '现在', en: 'Now' }, value: status },
    ...rows,
    { name: { zh: '登记时间', en: 'Reported' }, value: localTime(reportedAt, timeZone) },
    { name: { zh: '最近更新', en: 'Last changed' }, value: localTime(changedAt, timeZone) },
  ];
  return page({
    title: `${number} ${status.zh}`,
    style,
    body: html`<h1>${both(title)}</h1>
<dl>${all.map(({ name, value }) => html`<dt>${both(name)}</dt><dd>${shown(value)}</dd>`)}</dl>
<a class="button" href="">${both({ zh: '刷新', en: 'Look again' })}</a>
<p>${both({ zh: '请保存本页或记下编号；询问时说出编号即可。', en: 'Keep this page or note the number: it is all you need to ask.' })}</p>`,
  });
}
