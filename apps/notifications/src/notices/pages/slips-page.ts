import type { NoticeText } from '../domain/notice-content';
import { changedLine, type Posting } from '../domain/posting';
import type { UnreachedHome } from '../persistence/unreached-homes';
import { Html, html } from '@property-office/service-kit';

export interface SlipsToPrint {
  homes: readonly UnreachedHome[];
  /** How many more are under their doors. */
  left: number;
}

/**
 * Two slips on a sheet of A4, cut in the middle, more of it where the text is long; the address on top says under which door.
 * No name is on it. What whoever goes there should know is on a sheet of its own that stays with them (W6.4); for a household without a telephone
 * the slip is in large type. The code is drawn once and used on each: a printer gets a page, not a book.
 * @param qr SVG
 */
export function slipsPage({ changed: whatChanged, texts: [zh, en] }: Posting, number: string, { homes, left }: SlipsToPrint, qr: string): string {
  const slip = ({ label, door }: UnreachedHome): Html => html`<section${door?.noPhone ? large : html``}><p class="to">${label}</p><h1>${zh!.title}</h1>${changed(whatChanged)}<div class="text">${zh!.body}</div>${english(en)}<footer><svg class="qr"><use href="#qr"/></svg><p>物业服务中心　${number}<br>扫码查看 <span lang="en">Scan to read</span></p></footer></section>`;
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${number} 入户通知单（${homes.length} 户）</title><style>
@page { size: A4; margin: 0 }
body { margin: 0; font: 12pt/1.5 "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif }
section { box-sizing: border-box; width: 210mm; min-height: 148.5mm; padding: 12mm 18mm; break-inside: avoid; border-bottom: 1px dashed #999 }
.to { margin: 0; font-size: 16pt; font-weight: bold } h1 { margin: 4mm 0; font-size: 18pt } .text { white-space: pre-wrap } .en { font-size: 10pt } .large { font-size: 18pt } .large .to, .large h1 { font-size: 26pt } .large .en, .large footer { font-size: 14pt } .round { padding: 18mm; break-after: page } footer { display: flex; gap: 4mm; align-items: center; font-size: 10pt } .qr { width: 25mm; height: 25mm }
.nobody { margin: 18mm } .drawn { position: absolute; width: 0; height: 0 }
</style></head><body><svg class="drawn"><defs><g id="qr">${new Html(qr)}</g></defs></svg>${roundOf(homes)}${homes.length > 0 ? homes.map(slip) : left > 0 ? allLeft : nobody}</body></html>
`.text;
}

const large = html` class="large"`;

/** What whoever goes there should know of a home; of one of which only somebody to call instead is known there is nothing to say at the door. */
function roundOf(homes: readonly UnreachedHome[]): Html {
  const known = homes.flatMap(({ label, door }) => (door && (door.wishes !== '' || door.noPhone) ? [{ label, door }] : []));
  if (known.length === 0) return html``;
  const lines = known.map(({ label, door }) => html`<li><b>${label}</b>　${door.wishes}${door.noPhone ? html`（家中没有电话 <span lang="en">nobody there has a telephone</span>）` : html``}</li>`);
  return html`<article class="round"><h1>送达须知 <small lang="en">Before you go</small></h1><ul>${lines}</ul></article>`;
}

const nobody = html`<p class="nobody">每户都有渠道可以送达，无需打印。<br><span lang="en">A channel reaches every home: there is nothing to print.</span></p>`;
const allLeft = html`<p class="nobody">入户通知单已全部送达，无需打印。<br><span lang="en">All slips are left: there is nothing to print.</span></p>`;

function changed(whatChanged: string | null): Html {
  return whatChanged === null ? html`` : html`<p>${changedLine(whatChanged)}</p>`;
}

function english(en: NoticeText | undefined): Html {
  return en === undefined ? html`` : html`<div class="text en" lang="en"><b>${en.title}</b> ${en.body}</div>`;
}
