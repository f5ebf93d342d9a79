import type { ClockStep } from './clock-step';
import type { RepairEvent } from './repair-event';
import type { SolvedTarget } from './repair-promises';
import type { RepairFact, RepairState } from './repair-states';

/** A fact another service announced about an episode of a request. */
export interface CrossingFact {
  fact: RepairFact;
  episode: number;
  /** The work order or follow-up it comes from. */
  sourceId: string;
  /** Why, in the words of who reported it. */
  reason?: string;
  /** Who worked on the episode. */
  workerIds?: readonly string[];
  /** What it does to the clocks; undefined where it leaves them alone, or ends them. */
  step?: ClockStep;
  /** How the promise to have it done stands by the fact. */
  target?: SolvedTarget;
}

/** What the request itself announces when a fact has moved it within its episode. */
export function eventAfterFact(from: RepairState, to: RepairState, { fact, sourceId, workerIds, target }: CrossingFact): RepairEvent {
  switch (to) {
    case 'resolved':
      return { kind: 'resolved', workOrderId: sourceId, workerIds: workerIds ?? [], target };
    case 'closed':
      return { kind: 'closed', result: fact === 'follow-up-unreachable' ? 'unreachable' : 'satisfied', followUpId: sourceId };
    default:
      return { kind: 'progressed', from, cause: fact, workOrderId: sourceId };
  }
}
