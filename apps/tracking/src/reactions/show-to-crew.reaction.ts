import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { handsEvents, type HandsEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { showToHands } from '../persistence/hands-access';

/**
 * Goes through the ledger once to end what an earlier version left open for who gave the work away. What happens from
 * now on is shown by who writes the timeline, in the same transaction: nobody misses the entry that gives it to them.
 */
@Controller()
export class ShowToCrewReaction {
  @Reaction({ durable: 'tracking__crew_access_v1', events: handsEvents, order: 'latest', replay: 'rebuild' })
  onHands(@Payload() event: HandsEvent, @Ctx() { tx }: ReactionContext<Transaction>): void {
    showToHands(tx, event);
  }
}
