import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { shieldObject } from '@property-office/access';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ProposeRecordHandler } from '../features/propose-record/propose-record.handler';
import { proposedOf } from '../sources/proposed-of';

type Known = 'complaints.complaint-closed.v1' | 'complaints.complaint-hidden.v1';

/** A closed complaint proposes a record: confidential, and hidden from whom the case is hidden, also who is added later (W2.3, W4.5). */
@Controller()
export class ProposeComplaintsReaction {
  constructor(private readonly handler: ProposeRecordHandler) {}

  @Reaction({ durable: 'archives__complaints_v1', events: ['complaints.complaint-closed.v1', 'complaints.complaint-hidden.v1'], order: 'any', replay: 'rebuild' })
  async onComplaint(@Payload() event: EventOf<Known>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    if (isClosed(event)) return this.handler.execute(tx, actOfEvent(event), proposedOf(event));
    // The complaint is hidden, whatever is or will be proposed and kept of it.
    shieldObject(tx, event.subject, event.data.hiddenFrom);
  }
}

function isClosed(event: EventOf<Known>): event is WireEvent<'complaints.complaint-closed.v1'> {
  return event.type === 'complaints.complaint-closed.v1';
}
