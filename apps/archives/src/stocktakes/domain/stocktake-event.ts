import type { LatePromise, ReachedLevel } from '../../domain/late-promise';

/** What can happen to a stocktake, in the words of the domain; the rest stands on it. */
export type StocktakeEvent =
  | { kind: 'started'; counterIds: string[]; expected: number }
  | { kind: 'counted'; found: number; differences: number }
  | { kind: 'resumed' | 'withdrawn' }
  | { kind: 'explained' | 'approved'; differenceIds: string[]; whole: boolean }
  | { kind: 'returned'; differenceIds: string[]; explainedBy: string[] }
  | { kind: 'closed'; moved: string[] }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
