import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { keepAccess } from '@property-office/access';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';

type Passed =
  | 'followups.complaint-follow-up-passed-on.v1'
  | 'followups.complaint-follow-up-completed.v1'
  | 'followups.complaint-follow-up-cancelled.v1';

/** Who asks in place of a director reads the case, and whom to call, for as long as the follow-up is not over (G1). */
@Controller()
export class LetSecondPersonInReaction {
  @Reaction({
    durable: 'complaints__second_people_v1',
    events: [
      'followups.complaint-follow-up-passed-on.v1',
      'followups.complaint-follow-up-completed.v1',
      'followups.complaint-follow-up-cancelled.v1',
    ],
    order: 'latest',
    replay: 'rebuild',
  })
  onEvent(@Payload() event: EventOf<Passed>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const source = { objectId: event.data.complaintId, siteId: event.siteid, source: event.subject, sourceVersion: event.aggregateversion };
    const personIds = event.type === 'followups.complaint-follow-up-passed-on.v1' ? event.data.personIds : [];
    keepAccess(tx, source, personIds.map((id) => ({ subject: `person:${id}` as const, right: 'act' as const })));
  }
}
