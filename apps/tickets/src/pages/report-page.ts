import type { Localized } from '@property-office/kernel';
import { both, html, page, type Html } from '@property-office/service-kit';
import type { RepairCategory } from '../domain/repair-categories';
import { reportScriptPath } from './report-script';

export interface ReportPage {
  code: string;
  site: Localized;
  place: Localized;
  categories: readonly RepairCategory[];
  /** Goes with the report and its photos. */
  visit: string;
}

const style = `
label { display: block; margin-top: 1rem; font-weight: bold } small { display: block }
input[type=checkbox] { width: 1.4rem; height: 1.4rem; vertical-align: middle } [role=alert] { margin-top: 1rem; font-weight: bold; color: #a00; overflow-wrap: anywhere }`;

/** Where somebody who scanned the sheet of a public place reports what is broken there, without an account (W2.6). */
export function reportPage({ code, site, place, categories, visit }: ReportPage): string {
  const label = (of: string, name: Localized) => html`<label for="${of}">${both(name)}</label>`;
  return page({
    title: `报修 ${place.zh}`,
    style,
    body: html`<h1>${both({ zh: '扫码报修', en: 'Report a repair' })}</h1>
<p><strong>${both(place)}</strong>${both(site)}</p>
<form id="report" data-code="${code}" data-visit="${visit}">
${label('category', { zh: '什么坏了', en: 'What is broken' })}<select id="category" required>${optionsOf(categories)}</select>
${label('description', { zh: '请说明情况', en: 'Tell us what you see' })}<textarea id="description" rows="4" maxlength="500" required></textarea>
${label('photos', { zh: '照片（可不填，最多 3 张）', en: 'Photos, three at most, if you like' })}<input id="photos" type="file" accept="image/jpeg,image/png,image/webp" multiple>
${label('phone', { zh: '联系电话（需要回电时填写）', en: 'Your number, only if you want a call' })}<input id="phone" type="tel" autocomplete="tel" maxlength="30">
<label><input id="urgent" type="checkbox"> ${both({ zh: '紧急：有危险或正在造成损失', en: 'Urgent: danger, or damage being done' })}</label>
<div id="told" role="alert"></div><button disabled>${both({ zh: '提交', en: 'Send' })}</button></form>
<noscript><p role="alert">${both({ zh: '此浏览器不能提交，请换一个浏览器或致电客服。', en: 'This browser cannot send it: use another one, or call the office.' })}</p></noscript>
<script src="${reportScriptPath}" defer></script>`,
  });
}

/** The categories one can choose, those of a group together. */
function optionsOf(all: readonly RepairCategory[]): Html[] {
  const named = ({ name }: RepairCategory) => `${name.zh} · ${name.en}`;
  const option = (category: RepairCategory) => html`<option value="${category.code}">${named(category)}</option>`;
  const groups = all.filter(({ parent }) => parent === null).map((group) => {
    const within = all.filter(({ parent }) => parent === group.code);
    return within.length === 0 ? option(group) : html`<optgroup label="${named(group)}">${within.map(option)}</optgroup>`;
  });
  return [html`<option value="">请选择 · Choose</option>`, ...groups];
}
