import type { Localized } from '@property-office/kernel';
import { html, page, type Html } from '@property-office/service-kit';
import { momentOnPaper } from '../../domain/time-on-papers';
import type { SigningLinkStanding } from '../domain/signing-link';

/** Hashes are longer than a telephone is wide. */
export const listPageStyle = 'small { overflow-wrap: anywhere } table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .3rem; border-bottom: 1px solid #ccc; overflow-wrap: anywhere } form { margin: 1rem 0 }';

const said: Readonly<Record<Exclude<SigningLinkStanding, 'open'> | 'done', Localized>> = {
  done: { zh: '已签字。谢谢，可以关闭此页。', en: 'Signed. Thank you, you may close this page.' },
  used: { zh: '这个链接已使用过，已经签字。没有新的改动。', en: 'This link was used before: it is signed. Nothing was changed.' },
  revoked: { zh: '这个链接已被收回，没有任何改动。', en: 'This link was revoked. Nothing was changed.' },
  expired: { zh: '这个链接已过期，没有任何改动。如仍需签字，请联系发送人重新出具。', en: 'This link has expired. Nothing was changed; ask whoever sent it for another one.' },
  void: { zh: '这份清册已不需要您签字。没有任何改动。', en: 'The list does not wait for you any more. Nothing was changed.' },
};

/** Until when a link holds, at the foot of its page. */
export function onceUntil(expiresAt: Date): Html {
  const until = momentOnPaper(expiresAt);
  return html`<p><small>本链接只能使用一次，${until} 前有效。<span lang="en">This link can be used once, until ${until}, China time.</span></small></p>`;
}

/** How a link stands that nothing can be done with, or what has just been done with it. @param of what is signed */
export function signedPage(of: Localized, standing: Exclude<SigningLinkStanding, 'open'> | 'done'): string {
  const { zh, en } = said[standing];
  return page({ title: of.zh, body: html`<h1>${of.zh} <small lang="en">${of.en}</small></h1><p>${zh}</p><p lang="en">${en}</p>` });
}
