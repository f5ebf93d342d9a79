import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { shieldObject } from '@property-office/access';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';

type HiddenEvent = 'complaints.complaint-recorded.v1' | 'complaints.complaint-hidden.v1';

/** Hides what led to a complaint from whom it is about and from their crews, also later ones (W2.3). */
@Controller()
export class HideCasesReaction {
  @Reaction({
    durable: 'tracking__hidden_cases_v1',
    events: ['complaints.complaint-recorded.v1', 'complaints.complaint-hidden.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onHidden(@Payload() event: EventOf<HiddenEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    shieldObject(tx, event.subject, event.data.hiddenFrom);
  }
}
