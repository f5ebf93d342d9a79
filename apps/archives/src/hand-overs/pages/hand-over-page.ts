import { html, page } from '@property-office/service-kit';
import { listPageStyle, onceUntil } from '../../lists/pages/signed-page';
import { handOverPartNames, type NamedPart } from '../domain/parts';
import type { Manifest } from '../package/manifest';

export const handingOver = { zh: '档案移交', en: 'Hand-over of records' };

const statements: Record<NamedPart, { zh: string; en: string }> = {
  receiver: { zh: '我已按清单接收移交包和档案原件，清单摘要与接收证一致。', en: 'I have received the package and the originals as listed; the hash of the list is the one on the receipt.' },
  witness: { zh: '移交在我监督下进行；我不是申请人、批准人、移交人，也不是接收人。', en: 'It was handed over before me; I neither applied for it nor approved, give or receive it.' },
};

/** The manifest as it was sealed, for who receives or witnesses. Nobody's name is on it, whoever opens it. One form, no script. */
export function handOverPage({ part, expiresAt }: { part: NamedPart; expiresAt: Date }, { number, manifestHash }: { number: string; manifestHash: string | null }, { givenBy, receivedBy, records, livingFiles }: Manifest): string {
  const rows = records.map(
    ({ archiveNumber, title, confidentiality, pages, files }) =>
      html`<tr><td>${archiveNumber}</td><td>${confidentiality === 'confidential' ? '（保密 confidential）' : title}</td><td>${pages === null ? '' : String(pages)}</td><td>${String(files.length)}</td></tr>`,
  );
  const { zh, en } = statements[part];
  const name = handOverPartNames[part];
  return page({ title: `档案移交 ${number}`, style: listPageStyle, body: html`<h1>档案移交：${name.zh}签字 <small lang="en">Hand-over of records: ${name.en}</small></h1><p>${number}　${givenBy} → ${receivedBy}</p><p><small>SHA-256 ${manifestHash ?? ''}</small></p>
<table><thead><tr><th>档号 <small lang="en">Number</small></th><th>题名 <small lang="en">Title</small></th><th>页 <small lang="en">Pages</small></th><th>文件 <small lang="en">Files</small></th></tr></thead><tbody>${rows}</tbody></table>
<p>一户一档、一机一档 ${String(livingFiles.length)} 份 <span lang="en">living files of homes and devices</span></p>
<p>${zh}<span lang="en">${en}</span></p>
<form method="post" action="sign"><button>${name.zh}签字 <span lang="en">Sign</span></button></form>
${onceUntil(expiresAt)}` });
}
