import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ProposeRecordHandler } from '../features/propose-record/propose-record.handler';
import { proposedOf } from '../sources/proposed-of';

/** A released notice proposes a record (W2.4, W4.5). */
@Controller()
export class ProposeNoticesReaction {
  constructor(private readonly handler: ProposeRecordHandler) {}

  @Reaction({ durable: 'archives__notices_v1', events: ['notifications.notice-released.v1'], order: 'any', replay: 'rebuild' })
  onReleased(@Payload() event: WireEvent<'notifications.notice-released.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return this.handler.execute(tx, actOfEvent(event), proposedOf(event));
  }
}
