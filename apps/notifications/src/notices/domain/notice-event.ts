import type { EventData, LinkWay, SecondPersonBody } from '@property-office/contracts';
import type { NoticeMove, NoticeState } from './notice-states';

type Named = 'number' | 'edition' | 'kind' | 'lateReason';
/** A promise whose time has passed (G4), and one of its levels. */
export type LatePromise = Omit<EventData<'notifications.notice-shown-on-time.v1'>, Named>;
/** A level of escalation that was reached (G5), and who was told. */
export type LevelOfNotice = Omit<EventData<'notifications.notice-escalated.v1'>, Named>;

/** A decision by a single-use link: whose name it bears is kept with the link. */
export interface ByLink {
  linkId: string;
  body: SecondPersonBody;
  issuedBy: string;
}

/** What can happen to an edition of a notice, in the words of the domain. */
export type NoticeEvent =
  | { kind: 'drafted' }
  | { kind: 'edited' }
  | { kind: 'submitted' }
  | { kind: 'recalled' }
  | { kind: 'approved'; byLink?: ByLink }
  | { kind: 'returned'; remarks: string; byLink?: ByLink }
  | { kind: 'link-issued'; linkId: string; body: SecondPersonBody; sentBy: LinkWay; expiresAt: Date }
  | { kind: 'link-revoked'; linkId: string }
  | { kind: 'scheduled'; releaseAt: Date }
  | { kind: 'unscheduled' }
  | { kind: 'released' }
  | { kind: 'expired' }
  | { kind: 'withdrawn'; reason: string; from: NoticeState }
  | { kind: 'corrected'; correctedById: string }
  | { kind: 'discarded' }
  | { kind: 'reviewed'; verdict: 'accepted' | 'objected'; remarks: string | null }
  | { kind: 'escalated'; level: LevelOfNotice }
  | { kind: 'shown-on-time'; level: LatePromise }
  | { kind: 'reminded'; round: number; people: number }
  | { kind: 'slips-left'; homeIds: string[] }
  | { kind: 'slips-corrected'; homeIds: string[]; reason: string };

/** Moves that need nothing but the state: what each of them is called afterwards. */
export const plainMoves = { submit: 'submitted', recall: 'recalled', unschedule: 'unscheduled', discard: 'discarded' } as const satisfies Partial<
  Record<NoticeMove, NoticeEvent['kind']>
>;
export type PlainMove = keyof typeof plainMoves;
