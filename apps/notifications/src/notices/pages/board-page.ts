import type { BoardNoticeView } from '../features/read-board/board.view';
import type { Board } from '../persistence/boards';
import { html, type Html } from '@property-office/service-kit';

/** A board as a page that needs no script, to read on any telephone. */
export function boardPage({ siteId, name, nameEn, timeZone }: Board, notices: readonly BoardNoticeView[]): string {
  const days = new Intl.DateTimeFormat('zh-CN', { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const shown = (notice: BoardNoticeView): Html => html`<article id="n-${notice.id}"><h2>${notice.zh.title}</h2><p class="when"><time datetime="${notice.releasedAt}">${days.format(new Date(notice.releasedAt))}</time>　${notice.number}${notice.edition > 1 ? `（第 ${notice.edition} 版）` : ''}</p>${notice.whatChanged === null ? html`` : html`<p>更正：${notice.whatChanged}</p>`}<div class="text">${notice.zh.body}</div>${english(notice)}${files(notice)}</article>`;
  const none = html`<p>目前没有公告。<span lang="en">There are no notices now.</span></p>`;
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name} 公告栏</title>
<link rel="alternate" type="application/atom+xml" title="${name} 公告栏" href="/api/board/${siteId}/feed.atom"><style>
body { max-width: 42rem; margin: 0 auto; padding: 1rem; font: 1.1rem/1.6 system-ui, "Noto Sans SC", sans-serif }
article { border-top: 1px solid #ccc; padding: .5rem 0 } .when { color: #555; font-size: .9rem } .text { white-space: pre-wrap; overflow-wrap: anywhere }
</style></head><body><main><h1>${name} 公告栏 <small lang="en">${nameEn}</small></h1>${notices.length === 0 ? none : notices.map(shown)}</main></body></html>
`.text;
}

function english({ en }: BoardNoticeView): Html {
  return en === null ? html`` : html`<div lang="en"><h3>${en.title}</h3><div class="text">${en.body}</div></div>`;
}

function files({ attachments }: BoardNoticeView): Html {
  return attachments.length === 0 ? html`` : html`<ul>${attachments.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ul>`;
}
