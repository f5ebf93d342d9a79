import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ProposeRecordHandler } from '../features/propose-record/propose-record.handler';

/** A released notice proposes a record, dated from its approval; one of the night, which had none before, from its release (W2.4, W4.5). */
@Controller()
export class ProposeNoticesReaction {
  constructor(private readonly handler: ProposeRecordHandler) {}

  @Reaction({ durable: 'archives__notices_v1', events: ['notifications.notice-released.v1'], order: 'any', replay: 'rebuild' })
  onReleased(@Payload() event: WireEvent<'notifications.notice-released.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { number, title, approvedAt, releasedAt, attachmentIds } = event.data;
    return this.handler.execute(tx, actOfEvent(event), {
      eventId: event.id,
      siteId: event.siteid,
      source: { type: 'notice', id: event.subject, number },
      datedAt: new Date(approvedAt ?? releasedAt),
      confidentiality: 'open',
      title,
      pages: null,
      copies: null,
      attachmentIds,
    });
  }
}
