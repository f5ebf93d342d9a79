import type { LatePromise, ReachedLevel } from './late-promise';

/** What can happen to a print job, in the words of the domain; the rest stands on the job. */
export type PrintJobEvent =
  | { kind: 'requested' | 'taken' | 'done' | 'returned' }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
