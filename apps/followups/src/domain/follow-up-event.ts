import type { FollowUpEscalation, FollowUpLevel } from './follow-up-promise';
import type { SecondPerson } from './second-person';
import type { FollowUpFact } from './follow-up-states';

/** What can happen to a follow-up, in the words of the domain. */
export type FollowUpEvent =
  | { kind: 'planned' }
  | { kind: 'due' }
  | { kind: 'taken' }
  | { kind: 'tried'; nextTryAt: Date; comment: string | null }
  /** `byRating`: the reporter said so before anybody asked. */
  | { kind: 'completed'; result: 'satisfied' | 'unsatisfied' | 'unreachable'; rating: number | null; comment: string | null; byRating?: true }
  | { kind: 'passed-on'; to: SecondPerson; personIds: string[] }
  | { kind: 'cancelled' }
  /** A fact that could no longer change anything. */
  | { kind: 'came-too-late'; fact: FollowUpFact }
  | { kind: 'escalated'; escalation: FollowUpEscalation }
  | { kind: 'shown-on-time'; level: FollowUpLevel };
