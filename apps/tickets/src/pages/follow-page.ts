import type { Localized } from '@property-office/kernel';
import { both, html, page, type Html } from '@property-office/service-kit';
import { localTime } from '../printing/local-time';

/** What becomes of a request, as its link may tell: no words, names or places. */
export interface Followed {
  number: string;
  status: Localized;
  category: Localized;
  reportedAt: Date;
  changedAt: Date;
  timeZone: string;
}

const style = `
dt { margin-top: 1rem; color: #555 } dd { margin: 0; font-size: 1.4rem }`;

export function followPage({ number, status, category, reportedAt, changedAt, timeZone }: Followed): string {
  const row = (name: Localized, value: string | Html) => html`<dt>${both(name)}</dt><dd>${value}</dd>`;
  return page({
    title: `${number} ${status.zh}`,
    style,
    body: html`<h1>${both({ zh: '报修进度', en: 'What becomes of your report' })}</h1>
<dl>${row({ zh: '编号', en: 'Number' }, number)}${row({ zh: '现在', en: 'Now' }, html`<strong>${both(status)}</strong>`)}${row({ zh: '类别', en: 'Category' }, both(category))}
${row({ zh: '报修时间', en: 'Reported' }, localTime(reportedAt, timeZone))}${row({ zh: '最近更新', en: 'Last changed' }, localTime(changedAt, timeZone))}</dl>
<a class="button" href="">${both({ zh: '刷新', en: 'Look again' })}</a>
<p>${both({ zh: '请保存本页或记下编号；询问时说出编号即可。', en: 'Keep this page or note the number: it is all you need to ask.' })}</p>`,
  });
}
