import type { LatePromise, ReachedLevel } from '../../domain/late-promise';

/** Who explained what differs, and for whom. */
export interface Explainer {
  personId: string;
  forPersonId: string | null;
}

/** What can happen to a stocktake, in the words of the domain; the rest stands on it. */
export type StocktakeEvent =
  | { kind: 'started'; counterIds: string[]; expected: number }
  | { kind: 'counted'; found: number; differences: number; unexplained: number; explainers: Explainer[] }
  | { kind: 'resumed'; counterIds: string[] }
  | { kind: 'withdrawn'; counterIds: string[]; explainers: Explainer[] }
  | { kind: 'explained'; differenceIds: string[]; whole: boolean; explainers: Explainer[] }
  | { kind: 'approved'; differenceIds: string[]; whole: boolean }
  | { kind: 'returned'; differenceIds: string[]; explainedBy: string[] }
  | { kind: 'closed'; moved: string[] }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
