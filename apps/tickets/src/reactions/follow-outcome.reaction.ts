import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ApplyFactHandler } from '../features/apply-fact/apply-fact.handler';

/** Closes or reopens a request by the outcome of its follow-up: "not satisfied" never closes. */
@Controller()
export class FollowOutcomeReaction {
  constructor(private readonly handler: ApplyFactHandler) {}

  @Reaction({ durable: 'tickets__outcome_v1', events: ['followups.follow-up-completed.v1'], order: 'any', replay: 'skip' })
  async onCompleted(
    @Payload() event: WireEvent<'followups.follow-up-completed.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): Promise<void> {
    const { repairRequestId, episode, result, comment, byRating } = event.data;
    // It was reopened with the rating itself.
    if (byRating && result === 'unsatisfied') return;
    await this.handler.execute(tx, repairRequestId, actOfEvent(event), {
      fact: `follow-up-${result}`,
      episode,
      sourceId: event.subject,
      ...(comment && { reason: comment }),
    });
  }
}
