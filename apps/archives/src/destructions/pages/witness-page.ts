import { html, page } from '@property-office/service-kit';
import { listPageStyle, onceUntil } from '../../lists/pages/signed-page';
import type { WitnessedRecord } from '../persistence/records-for-witness';

export const witnessing = { zh: '监销', en: 'Witness' };

/** The list as it was approved, for who checks it against the shelf. Nobody's name is on it, whoever opens it. One form, no script. */
export function witnessPage({ number, listHash }: { number: string; listHash: string }, office: string, expiresAt: Date, records: readonly WitnessedRecord[]): string {
  const rows = records.map(({ archiveNumber, title, pages }) => html`<tr><td>${archiveNumber}</td><td>${title ?? '（保密 confidential）'}</td><td>${pages === null ? '' : String(pages)}</td></tr>`);
  return page({ title: `档案销毁清册 ${number}`, style: listPageStyle, body: html`<h1>请监销档案 <small lang="en">Records to be destroyed before you</small></h1><p>${number}　${office}　<small>SHA-256 ${listHash.slice(0, 16)}…</small></p>
<table><thead><tr><th>档号 <small lang="en">Number</small></th><th>题名 <small lang="en">Title</small></th><th>页 <small lang="en">Pages</small></th></tr></thead><tbody>${rows}</tbody></table>
<p>我已按清册清点核对，并在场监督销毁；我不是申请人，也不是批准人。<span lang="en">I have checked the records against this list and watch them destroyed; I neither applied for it nor approved it.</span></p>
<form method="post" action="sign"><button>监销签字 <span lang="en">Sign</span></button></form>
${onceUntil(expiresAt)}` });
}
