import { complaintKinds, type ComplaintChannel, type ComplaintKind, type ComplaintSign, type MajorReason } from '@property-office/contracts';

/** What a desk knows of a complaint it heard. */
export interface HeardComplaint {
  category?: string;
  signs: readonly string[];
}

export interface FiledAs {
  kind: ComplaintKind;
  channel: ComplaintChannel;
  injuryOrSafety: boolean;
  /** What the signs make it major for, besides what follows from the rest. */
  signsOfMajor: MajorReason[];
}

/** What each sign makes of a complaint: a kind that says more than a category does, or a reason why it is a major one. */
const meaning: Readonly<Record<ComplaintSign, { kind?: ComplaintKind; reason?: MajorReason }>> = {
  injury: { reason: 'injury-or-safety' },
  safety: { reason: 'injury-or-safety' },
  media: { reason: 'media' },
  hotline: { reason: 'hotline' },
  theft: { kind: 'theft', reason: 'theft' },
  bribe: { kind: 'bribe', reason: 'bribe' },
  violence: { kind: 'violence', reason: 'violence' },
  attitude: { kind: 'attitude' },
};
const ofConduct = new Set<ComplaintKind>(['theft', 'bribe', 'violence', 'attitude']);

export const isKind = (category: string): category is ComplaintKind => (complaintKinds as readonly string[]).includes(category);

/** Through the hotline before the media, as what a contact is otherwise. */
export function channelOfHeard(signs: readonly string[]): ComplaintChannel {
  if (signs.includes('hotline')) return 'hotline';
  return signs.includes('media') ? 'media' : 'contact';
}

/** How a complaint that was heard at the desk is filed (W2.1, W2.3). */
export function filedAs({ category, signs }: HeardComplaint): FiledAs {
  const known = signs.flatMap((sign) => meaning[sign as ComplaintSign] ?? []);
  const chosen = category !== undefined && isKind(category) ? category : undefined;
  const conduct = [...(chosen ? [chosen] : []), ...known.flatMap(({ kind }) => kind ?? [])].find((kind) => ofConduct.has(kind));
  const reasons = known.flatMap(({ reason }) => reason ?? []);
  return {
    kind: conduct ?? chosen ?? 'other',
    channel: channelOfHeard(signs),
    injuryOrSafety: reasons.includes('injury-or-safety'),
    signsOfMajor: reasons,
  };
}
