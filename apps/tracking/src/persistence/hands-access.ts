import { crewAndPerson, keepAccess } from '@property-office/access';
import { handsEvents, handsOf, type HandsEvent, type WireEvent } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

export function movesHands(event: WireEvent): event is HandsEvent {
  return (handsEvents as readonly string[]).includes(event.type);
}

/** Whoever has an order of a request in hand, or has finished one, may read its timeline. */
export function showToHands(tx: Transaction, event: HandsEvent): void {
  keepAccess(
    tx,
    { objectId: event.data.repairRequestId, siteId: event.siteid, source: event.subject, sourceVersion: event.aggregateversion },
    crewAndPerson(handsOf(event)).map((subject) => ({ subject, right: 'read' })),
  );
}
