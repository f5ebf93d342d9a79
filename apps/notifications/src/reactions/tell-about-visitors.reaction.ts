import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { askedIn } from '../persistence/asked';
import { notify } from '../persistence/notify';

type Told = 'reception.visitor-announced.v1' | 'reception.visitor-came.v1' | 'reception.visitor-overstayed.v1';

/** Tells a host who wants to visit and who is there, and them and the desk who stays too long (W2.1). */
@Controller()
export class TellAboutVisitorsReaction {
  @Reaction({
    durable: 'notifications__visitors_v1',
    events: ['reception.visitor-announced.v1', 'reception.visitor-came.v1', 'reception.visitor-overstayed.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onEvent(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    if (event.type === 'reception.visitor-announced.v1' && event.data.confirmed) return;
    const desk = event.type === 'reception.visitor-overstayed.v1' ? await askedIn(tx, ['desk', 'desk-lead'], event.siteid) : [];
    for (const personId of new Set([event.data.hostId, ...desk])) {
      notify(tx, {
        personId,
        siteId: event.siteid,
        kind: kinds[event.type],
        subject: { type: 'visitor', id: event.subject },
        occasion: 'visit',
        data: { number: event.data.number },
        happenedAt: new Date(event.happenedat),
      });
    }
  }
}

const kinds: Readonly<Record<Told, NoticeKind>> = {
  'reception.visitor-announced.v1': 'visitor-to-confirm',
  'reception.visitor-came.v1': 'visitor-came',
  'reception.visitor-overstayed.v1': 'visitor-overstayed',
};
