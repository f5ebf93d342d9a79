import type { NoticeContent } from '../domain/notice-content';
import type { UnreachedHome } from '../persistence/audiences';
import { html, type Html } from './html';

/** Two slips on a sheet of A4, cut in the middle; the address on top says under which door. No name is on it. */
export function slipsPage({ zh, en, whatChanged }: NoticeContent, number: string, homes: readonly UnreachedHome[]): string {
  const slip = ({ label }: UnreachedHome): Html => html`<section><p class="to">${label}</p><h1>${zh.title}</h1>${changed(whatChanged)}<div class="text">${zh.body}</div>${english(en)}<p class="from">物业服务中心　${number}</p></section>`;
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${number} 入户通知单（${homes.length} 户）</title><style>
@page { size: A4; margin: 0 }
body { margin: 0; font: 12pt/1.5 "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif }
section { box-sizing: border-box; width: 210mm; height: 148.5mm; padding: 12mm 18mm; overflow: hidden; break-inside: avoid; border-bottom: 1px dashed #999 }
.to { margin: 0; font-size: 16pt; font-weight: bold } h1 { margin: 4mm 0; font-size: 18pt } .text { white-space: pre-wrap } .en { font-size: 10pt } .from { text-align: right }
</style></head><body>${homes.map(slip)}</body></html>
`.text;
}

function changed(whatChanged: string | null): Html {
  return whatChanged === null ? html`` : html`<p>更正：${whatChanged}</p>`;
}

function english(en: NoticeContent['en']): Html {
  return en === null ? html`` : html`<div class="text en" lang="en"><b>${en.title}</b> ${en.body}</div>`;
}
