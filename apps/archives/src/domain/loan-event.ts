import type { LoanEnd } from '@property-office/contracts';
import type { LatePromise, ReachedLevel } from './late-promise';

/** What can happen to a loan, in the words of the domain; the rest stands on it. */
export type LoanEvent =
  | { kind: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'handed-over' | 'opened' | 'extended' | 'recalled' | 'returned' }
  | { kind: 'ended'; because: LoanEnd }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
