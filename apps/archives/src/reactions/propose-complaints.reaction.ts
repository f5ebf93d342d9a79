import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ProposeRecordHandler } from '../features/propose-record/propose-record.handler';

/** A closed complaint proposes a record: confidential, and hidden from whom the case is hidden (W2.3, W4.5). */
@Controller()
export class ProposeComplaintsReaction {
  constructor(private readonly handler: ProposeRecordHandler) {}

  @Reaction({ durable: 'archives__complaints_v1', events: ['complaints.complaint-closed.v1'], order: 'any', replay: 'rebuild' })
  onClosed(@Payload() event: WireEvent<'complaints.complaint-closed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { number, closedAt, attachmentIds, hiddenFrom } = event.data;
    return this.handler.execute(tx, actOfEvent(event), {
      eventId: event.id,
      siteId: event.siteid,
      source: { type: 'complaint', id: event.subject, number },
      datedAt: new Date(closedAt),
      confidentiality: 'confidential',
      title: null,
      pages: null,
      copies: null,
      attachmentIds,
      hiddenFrom,
    });
  }
}
