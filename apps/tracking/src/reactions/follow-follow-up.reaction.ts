import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addComplaintEntry } from '../persistence/complaint-timelines';
import { addEntry } from '../persistence/timelines';

/** Writes what happens to a follow-up to the timeline of its request, or of its complaint. */
@Controller()
export class FollowFollowUpReaction {
  @Reaction({ durable: 'tracking__follow_ups_v1', events: 'followups.*', order: 'strict', replay: 'rebuild' })
  onEvent(@Payload() event: Selected<'followups.*'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if ('complaintId' in event.data) addComplaintEntry(tx, event.data.complaintId, event);
    else addEntry(tx, event.data.repairRequestId, event);
  }
}
