import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { movesHands, showToHands } from '../persistence/hands-access';
import { addEntry } from '../persistence/timelines';

/** Writes what happens to a work order to the timeline of its request, which whoever has it in hand may read. */
@Controller()
export class FollowWorkReaction {
  @Reaction({ durable: 'tracking__work_v1', events: 'dispatch.*', order: 'strict', replay: 'rebuild' })
  onEvent(@Payload() event: Selected<'dispatch.*'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    addEntry(tx, event.data.repairRequestId, event);
    if (movesHands(event)) showToHands(tx, event);
  }
}
