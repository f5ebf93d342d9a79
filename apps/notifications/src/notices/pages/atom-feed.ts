import { boardLink } from '../domain/posting';
import type { BoardNoticeView } from '../features/read-board/board.view';
import type { Board } from '../persistence/boards';
import { html, type Html } from '@property-office/service-kit';

/** Before any notice: RFC 4287 demands a time. */
const never = new Date(0);

/**
 * A board as an Atom 1.0 feed (RFC 4287). Written by hand: it is twenty lines of escaped text, and the packages looked at
 * leave `&` and `<` in attributes as they are.
 */
export function atomFeed({ siteId, name, changedAt = never }: Board, notices: readonly BoardNoticeView[], origin: string): string {
  const entry = (notice: BoardNoticeView): Html => html`<entry><id>urn:uuid:${notice.id}</id><title type="text">${notice.zh.title}</title><updated>${notice.releasedAt}</updated><published>${notice.releasedAt}</published><link rel="alternate" type="text/html" href="${boardLink(origin, siteId, notice.id)}"/><category term="${notice.kind}"/><content type="text">${textOf(notice)}</content></entry>
`;
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>urn:uuid:${siteId}</id><title type="text">${name} 公告栏</title><updated>${changedAt.toISOString()}</updated><author><name>${name} 物业服务中心</name></author><link rel="self" type="application/atom+xml" href="${origin}/api/board/${siteId}/feed.atom"/><link rel="alternate" type="text/html" href="${origin}/api/board/${siteId}/page"/>
${notices.map(entry)}</feed>
`.text;
}

function textOf({ zh, en, whatChanged }: BoardNoticeView): string {
  const changed = whatChanged === null ? [] : [`更正：${whatChanged}`];
  return [...changed, zh.body, ...(en ? [`${en.title}\n${en.body}`] : [])].join('\n\n');
}
