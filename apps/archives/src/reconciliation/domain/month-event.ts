import type { MonthStanding, Reopening } from '@property-office/contracts';
import type { LatePromise, ReachedLevel } from '../../domain/late-promise';
import type { SourceFigures } from './month-figures';

/** What can happen to the reconciliation of a month, in the words of the domain; the rest stands on it. */
export type MonthEvent =
  | { kind: 'ended' }
  | { kind: 'agreed' | 'differed' | 'closed'; figures: SourceFigures[] }
  | { kind: 'asked-again'; sourceEventIds: string[] }
  | { kind: 'explained'; sourceEventId: string; standing: MonthStanding }
  | { kind: 'reopened'; because: Reopening; figures: SourceFigures[] }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
