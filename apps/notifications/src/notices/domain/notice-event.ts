import type { ApprovalLevel } from './approval-clock';
import type { NoticeMove, NoticeState } from './notice-states';

/** What can happen to an edition of a notice, in the words of the domain. */
export type NoticeEvent =
  | { kind: 'drafted' }
  | { kind: 'edited' }
  | { kind: 'submitted' }
  | { kind: 'recalled' }
  | { kind: 'approved' }
  | { kind: 'returned'; remarks: string }
  | { kind: 'scheduled'; releaseAt: Date }
  | { kind: 'unscheduled' }
  | { kind: 'released' }
  | { kind: 'expired' }
  | { kind: 'withdrawn'; reason: string; from: NoticeState }
  | { kind: 'corrected'; correctedById: string }
  | { kind: 'discarded' }
  | { kind: 'reviewed'; verdict: 'accepted' | 'objected'; remarks: string | null }
  | { kind: 'review-escalated'; level: 'director' | 'company'; told: string[] }
  | { kind: 'approval-escalated'; level: ApprovalLevel; told: string[] }
  | { kind: 'reminded'; round: number; people: number };

/** Moves that need nothing but the state: what each of them is called afterwards. */
export const plainMoves = { submit: 'submitted', recall: 'recalled', unschedule: 'unscheduled', discard: 'discarded' } as const satisfies Partial<
  Record<NoticeMove, NoticeEvent['kind']>
>;
export type PlainMove = keyof typeof plainMoves;
