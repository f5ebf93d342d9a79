import type { LinkWay, SecondPersonBody } from '@property-office/contracts';

/** Unless whoever issues it says otherwise; a secret that lies about is good for a week at the most. */
export const usualLinkHours = 72;
export const mostLinkHours = 168;

/** `void`: the list does not wait for a signature from outside any more. */
export const signingLinkStandings = ['open', 'used', 'revoked', 'expired', 'void'] as const;
export type SigningLinkStanding = (typeof signingLinkStandings)[number];

/** A link by which one named person from elsewhere signs once for one list (W4.4, W4.6). Of its secret only a keyed hash is kept. */
export interface SigningLink {
  id: string;
  listId: string;
  siteId: string;
  /** What is signed for. */
  listHash: string;
  name: string;
  body: SecondPersonBody;
  sentBy: LinkWay;
  issuedBy: string;
  issuedAt: Date;
  expiresAt: Date;
  state: 'open' | 'used' | 'revoked';
  decidedAt: Date | null;
}

/** @param list whether it waits for who holds the link, and the hash of what they would sign */
export function signingLinkStanding(link: SigningLink, list: { waits: boolean; hash: string | null }, now: Date): SigningLinkStanding {
  if (link.state !== 'open') return link.state;
  if (!list.waits || list.hash !== link.listHash) return 'void';
  return link.expiresAt > now ? 'open' : 'expired';
}
