import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addComplaintEntry } from '../persistence/complaint-timelines';

/** Writes every event of a complaint or suggestion to its timeline, in order and without gaps (I4). */
@Controller()
export class FollowCasesReaction {
  @Reaction({ durable: 'tracking__cases_v1', events: 'complaints.*', order: 'strict', replay: 'rebuild' })
  onEvent(@Payload() event: Selected<'complaints.*'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    addComplaintEntry(tx, event.subject, event);
  }
}
