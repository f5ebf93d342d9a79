import type { LatePromise, ReachedLevel } from './late-promise';

/** What can happen to a directive, in the words of the domain; the rest stands on the directive. */
export type DirectiveEvent =
  | { kind: 'given'; addresseeIds: string[] }
  | { kind: 'acknowledged'; addresseeId: string }
  | { kind: 'withdrawn'; addresseeIds: string[] }
  | { kind: 'replaced'; replacedById: string; addresseeIds: string[] }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
