import type { LinkWay, SecondPersonBody } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import type { NoticeState } from './notice-states';

export const bodyNames: Readonly<Record<SecondPersonBody, Localized>> = {
  'other-site': { zh: '其他项目', en: 'another site' },
  company: { zh: '公司', en: 'the company' },
  'owners-committee': { zh: '业主委员会', en: "the owners' committee" },
};

/** Unless whoever issues it says otherwise; a secret that lies about is good for a week at the most. */
export const usualLinkHours = 72;
export const mostLinkHours = 168;

/** `void`: what it was issued for is not waiting any more, or is another text by now. */
export const linkStandings = ['open', 'used', 'revoked', 'expired', 'void'] as const;
export type LinkStanding = (typeof linkStandings)[number];

/** A link by which one named person decides once, on one text in one round (G1). Of its secret only a keyed hash is kept. */
export interface ApprovalLink {
  id: string;
  noticeId: string;
  siteId: string;
  round: number;
  contentHash: string;
  /** Who is to decide. */
  name: string;
  body: SecondPersonBody;
  sentBy: LinkWay;
  issuedBy: string;
  issuedAt: Date;
  expiresAt: Date;
  state: 'open' | 'used' | 'revoked';
  outcome: 'approved' | 'returned' | null;
  decidedAt: Date | null;
}

/** What of a notice a link depends on. */
export interface DecidedOn {
  state: NoticeState;
  round: number;
  contentHash: string;
}

export function standingOf(link: ApprovalLink, notice: DecidedOn, now: Date): LinkStanding {
  if (link.state !== 'open') return link.state;
  if (notice.state !== 'submitted' || notice.round !== link.round || notice.contentHash !== link.contentHash) return 'void';
  return link.expiresAt > now ? 'open' : 'expired';
}

/** Who wrote or submitted a notice: none of them is its second person. */
export function handsIn({ writerIds, submittedBy }: { writerIds: readonly string[]; submittedBy: string | null }): string[] {
  return submittedBy === null ? [...writerIds] : [...writerIds, submittedBy];
}
