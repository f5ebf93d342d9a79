import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { notify } from '../persistence/notify';

/** A person hears that the office wrote another number down for them, and that it opens their account (W2.6). */
@Controller()
export class TellAboutTelephoneReaction {
  @Reaction({ durable: 'notifications__telephone_v1', events: ['directory.person-changed.v1'], order: 'any', replay: 'skip' })
  onChanged(@Payload() event: WireEvent<'directory.person-changed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { personId, phoneShown } = event.data;
    if (phoneShown === undefined || event.actorid === personId) return;
    notify(tx, {
      personId,
      siteId: event.siteid,
      kind: phoneShown ? 'telephone-opens' : 'telephone-changed',
      subject: { type: 'person', id: personId },
      occasion: `version-${event.aggregateversion}`,
      data: {},
      happenedAt: new Date(event.happenedat),
      urgent: true,
    });
  }
}
