import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { keepDouble } from '../persistence/joined-doubles';

type DoubleEvent = 'tickets.repair-double-joined.v1' | 'tickets.repair-double-left.v1';

/** Notes who else waits for the result of a request: their own follow-ups ended with the merge. */
@Controller()
export class NoteDoublesReaction {
  @Reaction({ durable: 'followups__doubles_v1', events: ['tickets.repair-double-joined.v1', 'tickets.repair-double-left.v1'], order: 'any', replay: 'rebuild' })
  onDouble(@Payload() event: EventOf<DoubleEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    keepDouble(tx, event.subject, event.data.double, event.type === 'tickets.repair-double-joined.v1', event.aggregateversion);
  }
}
