import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { FollowedUp } from '../persistence/followed-up';

type Over = 'followups.complaint-follow-up-completed.v1' | 'followups.complaint-follow-up-cancelled.v1';

/** Whoever follows up a closed case knows what to mind at the doors of those who complain; when they have asked, that is over (W6.4). */
@Controller()
export class NoteFollowUpsReaction {
  constructor(private readonly followedUp: FollowedUp) {}

  @Reaction({
    durable: 'complaints__followed_up_v1',
    events: ['followups.complaint-follow-up-completed.v1', 'followups.complaint-follow-up-cancelled.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onOver(@Payload() { data }: EventOf<Over>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    this.followedUp.keep(tx, data.complaintId, data.round);
  }
}
