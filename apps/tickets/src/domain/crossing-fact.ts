import type { RepairEvent } from './repair-event';
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
}

/** What the request itself announces when a fact has moved it. */
export function eventAfterFact(from: RepairState, to: RepairState, { fact, sourceId, reason, workerIds }: CrossingFact): RepairEvent {
  switch (to) {
    case 'resolved':
      return { kind: 'resolved', workOrderId: sourceId, workerIds: workerIds ?? [] };
    case 'closed':
      return { kind: 'closed', result: fact === 'follow-up-unreachable' ? 'unreachable' : 'satisfied', followUpId: sourceId };
    case 'reopened':
      return { kind: 'reopened', reason: reason ?? '' };
    default:
      return { kind: 'progressed', from, cause: fact, workOrderId: sourceId };
  }
}
