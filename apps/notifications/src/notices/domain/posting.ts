import type { NoticeContent, NoticeText } from './notice-content';

/** What stands in a chat group or on paper: of a correction what changed, then Chinese, then English. */
export interface Posting {
  changed: string | null;
  texts: readonly NoticeText[];
}

export function postingOf({ zh, en, whatChanged }: NoticeContent): Posting {
  return { changed: whatChanged, texts: en ? [zh, en] : [zh] };
}

/** For a group that read a notice which was withdrawn: what no longer holds, and why. */
export function withdrawalOf({ zh, en }: NoticeContent, number: string, reason: string): Posting {
  return retraction(
    { title: `公告撤回：${zh.title}`, body: `此前发布的公告 ${number} 已撤回，请勿再以其为准。\n原因：${reason}` },
    en && { title: `Notice withdrawn: ${en.title}`, body: `Notice ${number} no longer holds.\nReason: ${reason}` },
  );
}

/** For a group that read a notice whose next edition is not posted there: that there is one, and what is different in it. */
export function correctionOf({ zh, en, whatChanged }: NoticeContent, number: string): Posting {
  return retraction(
    { title: `公告更正：${zh.title}`, body: `此前发布的公告 ${number} 已更正，请以新版为准。\n更正：${whatChanged ?? ''}` },
    en && { title: `Notice corrected: ${en.title}`, body: `Notice ${number} was corrected, the edition before no longer holds.\nWhat changed: ${whatChanged ?? ''}` },
  );
}

function retraction(zh: NoticeText, en: NoticeText | null): Posting {
  return { changed: null, texts: en ? [zh, en] : [zh] };
}

/** What a poster copies into a chat group, and where to read it. */
export function postingText({ changed, texts }: Posting, number: string, link: string): string {
  const first = changed === null ? [] : [changedLine(changed)];
  return [...first, ...texts.map(({ title, body }) => `【${title}】\n${body}`), `${number} ${link}`].join('\n\n');
}

export function changedLine(changed: string): string {
  return `更正：${changed}`;
}

/** The notice on the board of its site: where a QR code and a feed lead. */
export function boardLink(origin: string, siteId: string, noticeId: string): string {
  return `${origin}/api/board/${siteId}/page#n-${noticeId}`;
}

/** Only what is public can be opened without signing in: all else leads to the portal. */
export function linkOf(origin: string, { id, siteId, onPublicBoard }: { id: string; siteId: string; onPublicBoard: boolean }): string {
  return onPublicBoard ? boardLink(origin, siteId, id) : `${origin}/`;
}
