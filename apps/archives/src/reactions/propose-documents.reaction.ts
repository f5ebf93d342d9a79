import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ProposeRecordHandler } from '../features/propose-record/propose-record.handler';
import { proposedOf } from '../sources/proposed-of';

/** What was filed proposes a record (W4.5). */
@Controller()
export class ProposeDocumentsReaction {
  constructor(private readonly handler: ProposeRecordHandler) {}

  @Reaction({ durable: 'archives__incoming_v1', events: ['documents.incoming-filed.v1'], order: 'any', replay: 'rebuild' })
  onIncoming(@Payload() event: WireEvent<'documents.incoming-filed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return this.handler.execute(tx, actOfEvent(event), proposedOf(event));
  }

  @Reaction({ durable: 'archives__outgoing_v1', events: ['documents.outgoing-filed.v1'], order: 'any', replay: 'rebuild' })
  onOutgoing(@Payload() event: WireEvent<'documents.outgoing-filed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return this.handler.execute(tx, actOfEvent(event), proposedOf(event));
  }
}
