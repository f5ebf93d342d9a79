import { html, page, type Html } from '@property-office/service-kit';
import { confidentialityNames } from '../../domain/confidence';
import { retentionNames } from '../../domain/retention';
import { dayOnPaper, momentOnPaper } from '../../domain/time-on-papers';
import { filesIn, manifestName, type Manifest, type PackedFile } from './manifest';

export const readmeName = 'README.txt';
export const indexName = 'index.html';
export const sumsName = 'SHA256SUMS';
export const sealNames = { hash: 'manifest.sha256', signature: 'manifest.sha256.sig', publicKey: 'public-key.pem' } as const;

/** As `sha256sum -c` reads it. */
export function sumsOf(manifest: Manifest): string {
  return filesIn(manifest).map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}

/** What is signed: the hash of the manifest, as `sha256sum -c` reads it. */
export const sealedText = (manifestHash: string): string => `${manifestHash}  ${manifestName}\n`;

/** How it is read and checked without any program of ours. */
export function readmeOf({ number, givenBy, receivedBy, records, livingFiles, sealedAt }: Manifest): string {
  return `档案移交包 ${number}
移交单位：${givenBy}
接收单位：${receivedBy}
档案 ${records.length} 件，一户一档／一机一档 ${livingFiles.length} 份，封装时间 ${momentOnPaper(new Date(sealedAt))}

怎么看
  ${indexName} 用任何浏览器打开，列出全部档案，点文件名即可打开。
  records/ 每份档案一个文件夹，以档号命名：原件，以及 card.json（著录卡）、text.txt（定稿文本）、trail.json（办理过程）。
  living-files/ 一户一档、一机一档。
  ${manifestName} 移交清册：每个文件的路径和 SHA-256，每份档案的档号、著录、保管期限、密级。

怎么核对（第 2 步须装有 openssl 3；macOS 自带的是另一种，须另装）
  1. 清册没有改动：sha256sum -c ${sealNames.hash}，结果与移交接收证上印的清册摘要一致。
  2. 清册由移交单位签发：
     openssl pkeyutl -verify -pubin -inkey ${sealNames.publicKey} -rawin -in ${sealNames.hash} -sigfile ${sealNames.signature}
  3. 文件没有改动：sha256sum -c ${sumsName}（${sumsName}、${indexName} 和本文件的摘要也在清册里）。
  sha256sum 是 Linux 的命令。macOS 用 shasum -a 256 -c 代替；Windows 逐个文件用 certutil -hashfile 文件名 SHA256，或在 PowerShell 中用 Get-FileHash 文件名，与 ${sealNames.hash}、${sumsName} 中的摘要比对。

--------------------------------------------------------------------------------

Package of records handed over, ${number}
Given by: ${givenBy}
Received by: ${receivedBy}
Records: ${records.length}; living files of homes and devices: ${livingFiles.length}; sealed at ${momentOnPaper(new Date(sealedAt))}, China time

To read it
  Open ${indexName} in any browser: it lists everything, and each name opens its file.
  records/ has a folder for each record, named by its archive number: what was filed, and card.json (the card), text.txt (the final text), trail.json (how it was handled).
  living-files/ holds the files of homes and devices.
  ${manifestName} is the list: path and SHA-256 of every file; archive number, description, retention and confidentiality of every record.

To check it (step 2 needs openssl 3 to be installed; what macOS has of its own is another)
  1. The list is unchanged: sha256sum -c ${sealNames.hash}, and its hash is the one printed on the receipt.
  2. The list was issued by who gives it:
     openssl pkeyutl -verify -pubin -inkey ${sealNames.publicKey} -rawin -in ${sealNames.hash} -sigfile ${sealNames.signature}
  3. The files are unchanged: sha256sum -c ${sumsName} (its own hash, that of ${indexName} and of this file are in the list).
  sha256sum is there on Linux. On macOS it is shasum -a 256 -c; on Windows take the hash of each file by certutil -hashfile NAME SHA256, or Get-FileHash NAME in PowerShell, and compare it with ${sealNames.hash} and ${sumsName}.
`;
}

const style = 'main { max-width: 80rem } table { width: 100%; border-collapse: collapse } th, td { text-align: left; vertical-align: top; padding: .3rem; border-bottom: 1px solid #ccc; overflow-wrap: anywhere }';

/** Everything on one page, with links into the package; no script, nothing from elsewhere. */
export function indexOf({ number, givenBy, receivedBy, records, livingFiles, sealedAt }: Manifest): string {
  const recordRows = records.map(
    (record) => html`<tr><td>${record.archiveNumber}</td><td>${record.title}</td><td>${record.responsibleParty}</td><td>${dayOnPaper(new Date(record.datedAt))}</td><td>${retentionNames[record.retention].zh} ${retentionNames[record.retention].en}</td><td>${confidentialityNames[record.confidentiality].zh} ${confidentialityNames[record.confidentiality].en}</td><td>${linksTo(record.files)}</td></tr>`,
  );
  const livingRows = livingFiles.flatMap(({ code, label, entries }) =>
    entries.map(({ item, title, paper, happenedAt, files }) => html`<tr><td>${label ?? code ?? ''}</td><td>${String(item)}</td><td>${title} <small>${paper}</small></td><td>${dayOnPaper(new Date(happenedAt))}</td><td>${linksTo(files)}</td></tr>`),
  );
  return page({
    title: `档案移交 ${number}`,
    style,
    body: html`<h1>档案移交 ${number} <small lang="en">Records handed over</small></h1><p>${givenBy} → ${receivedBy}　${momentOnPaper(new Date(sealedAt))}　<a href="${readmeName}">${readmeName}</a> <a href="${manifestName}">${manifestName}</a></p>
<h2>档案 <small lang="en">Records</small></h2>
<table><thead><tr><th>档号 Number</th><th>题名 Title</th><th>责任者 Responsible</th><th>日期 Date</th><th>保管期限 Retention</th><th>密级 Level</th><th>文件 Files</th></tr></thead><tbody>${recordRows}</tbody></table>
${livingRows.length === 0 ? '' : html`<h2>一户一档、一机一档 <small lang="en">Living files</small></h2>
<table><thead><tr><th>房屋、设备 Home or device</th><th>件号 Item</th><th>材料 Paper</th><th>日期 Date</th><th>文件 Files</th></tr></thead><tbody>${livingRows}</tbody></table>`}`,
  });
}

function linksTo(files: readonly PackedFile[]): Html[] {
  return files.map(({ path, name, sha256 }) => html`<div><a href="${path.split('/').map(encodeURIComponent).join('/')}" title="SHA-256 ${sha256}">${name}</a></div>`);
}
