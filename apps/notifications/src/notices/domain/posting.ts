import type { NoticeContent } from './notice-content';

/** What a poster copies into a chat group: Chinese, then English, then where to read it. */
export function postingText({ zh, en, whatChanged }: NoticeContent, number: string, link: string): string {
  const changed = whatChanged === null ? [] : [`更正：${whatChanged}`];
  const texts = [zh, ...(en ? [en] : [])].map(({ title, body }) => `【${title}】\n${body}`);
  return [...changed, ...texts, `${number} ${link}`].join('\n\n');
}

/** The notice on the board of its site: where a QR code and a feed lead. */
export function boardLink(origin: string, siteId: string, noticeId: string): string {
  return `${origin}/api/board/${siteId}/page#n-${noticeId}`;
}

/** Only what is public can be opened without signing in: all else leads to the portal. */
export function linkOf(origin: string, { id, siteId, onPublicBoard }: { id: string; siteId: string; onPublicBoard: boolean }): string {
  return onPublicBoard ? boardLink(origin, siteId, id) : `${origin}/`;
}
