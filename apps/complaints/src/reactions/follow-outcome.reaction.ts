import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { ApplyFactHandler, factOf } from '../features/apply-fact/apply-fact.handler';

/** The follow-up of a closed case: "not satisfied" takes it one level up, it never stays closed silently. */
@Controller()
export class FollowOutcomeReaction {
  constructor(private readonly facts: ApplyFactHandler) {}

  @Reaction({ durable: 'complaints__outcome_v1', events: ['followups.complaint-follow-up-completed.v1'], order: 'any', replay: 'skip' })
  async onCompleted(@Payload() event: WireEvent<'followups.complaint-follow-up-completed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { complaintId, round, result } = event.data;
    await this.facts.execute(tx, complaintId, factOf(event), { fact: `follow-up-${result}`, round, followUpId: event.subject });
  }
}
