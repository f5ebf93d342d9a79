import type { WorkOrderEvent } from './work-order-event';

export type FeedEntry =
  | { crewId: string; kind: 'dispatched'; how: 'offered' | 'assigned' | 'claimed' | 'transferred' | 'by-hand' }
  | { crewId: string; kind: 'changed' }
  | { crewId: string; kind: 'released'; why: 'withdrawn' | 'declined' | 'elsewhere' };

/**
 * What crews hear of an event on their own feeds, in the order of their ids: feeds are locked in it.
 * @param before crews it was with, or offered to, before the event; `after` likewise
 */
export function feedEntries(event: WorkOrderEvent, before: readonly string[], after: readonly string[]): FeedEntry[] {
  return [...heldBy(event, after), ...released(event, before, after)].sort((a, b) => (a.crewId < b.crewId ? -1 : 1));
}

function heldBy(event: WorkOrderEvent, after: readonly string[]): FeedEntry[] {
  if (event.kind === 'offered') return after.map((crewId) => ({ crewId, kind: 'dispatched', how: 'offered' }));
  // It is with whom it was; several may only be where it was offered.
  if (event.kind === 'restored') return after.map((crewId) => ({ crewId, kind: 'dispatched', how: after.length > 1 ? 'offered' : 'assigned' }));
  if (event.kind === 'corrected' && !event.anew) return after.map((crewId) => ({ crewId, kind: 'changed' }));
  if (event.kind === 'assigned') return after.map((crewId) => ({ crewId, kind: 'dispatched', how: event.how }));
  return [];
}

function released(event: WorkOrderEvent, before: readonly string[], after: readonly string[]): FeedEntry[] {
  switch (event.kind) {
    case 'withdrawn':
      return before.map((crewId) => ({ crewId, kind: 'released', why: 'withdrawn' }));
    case 'corrected':
      return event.anew ? before.map((crewId) => ({ crewId, kind: 'released', why: 'elsewhere' })) : [];
    case 'declined':
      return before.map((crewId) => ({ crewId, kind: 'released', why: 'declined' }));
    case 'assigned':
      // The system chooses for an order nobody has, or that was handed back and thereby released.
      if (event.how === 'assigned') return [];
      return before.filter((crewId) => !after.includes(crewId)).map((crewId) => ({ crewId, kind: 'released', why: 'elsewhere' }));
    default:
      return [];
  }
}
