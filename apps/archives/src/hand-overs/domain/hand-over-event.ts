import type { HandOverPart, LinkWay, SecondPersonBody } from '@property-office/contracts';

/** What can happen to a hand-over, in the words of the domain; the rest stands on it. */
export type HandOverEvent =
  | { kind: 'applied' | 'approved' | 'refused' | 'withdrawn' | 'sealed' }
  | { kind: 'party-named'; part: HandOverPart; personId: string }
  | { kind: 'link-issued'; linkId: string; part: HandOverPart; body: SecondPersonBody; sentBy: LinkWay; expiresAt: Date }
  | { kind: 'link-revoked'; linkId: string }
  | { kind: 'signed'; part: HandOverPart; personId: string | null; linkId: string | null; whole: boolean };
