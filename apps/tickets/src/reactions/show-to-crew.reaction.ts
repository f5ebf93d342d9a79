import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { crewAndPerson, keepAccess } from '@property-office/access';
import { handsEvents, handsOf, type HandsEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';

/**
 * Whoever has an order of a request in hand may read the request and act on it; whoever has finished one may still read
 * it; whoever handed it back, or had it taken from them, may not.
 */
@Controller()
export class ShowToCrewReaction {
  @Reaction({ durable: 'tickets__crew_access_v2', events: handsEvents, order: 'latest', replay: 'rebuild' })
  onHands(@Payload() event: HandsEvent, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const hands = handsOf(event);
    const right = hands.done ? 'read' : 'act';
    keepAccess(
      tx,
      { objectId: event.data.repairRequestId, siteId: event.siteid, source: event.subject, sourceVersion: event.aggregateversion },
      crewAndPerson(hands).map((subject) => ({ subject, right })),
    );
  }
}
