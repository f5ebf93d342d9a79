import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { askedIn } from '../persistence/asked';
import { notify } from '../persistence/notify';

type Told = `reception.visitor-${'announced' | 'confirmed' | 'declined' | 'came' | 'overstayed' | 'missed'}.v1`;

/** Tells a host who wants to visit, who is there and who did not come, whoever asked them what they said, and them and the desk who stays too long (W2.1, R2.3). */
@Controller()
export class TellAboutVisitorsReaction {
  @Reaction({
    durable: 'notifications__visitors_v2',
    events: [
      'reception.visitor-announced.v1',
      'reception.visitor-confirmed.v1',
      'reception.visitor-declined.v1',
      'reception.visitor-came.v1',
      'reception.visitor-overstayed.v1',
      'reception.visitor-missed.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  async onEvent(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    for (const personId of new Set(await whom(tx, event))) {
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

async function whom(tx: Transaction, event: EventOf<Told>): Promise<string[]> {
  const { hostId } = event.data;
  const desk = () => askedIn(tx, ['desk', 'desk-lead'], event.siteid);
  switch (event.type) {
    case 'reception.visitor-announced.v1':
      return event.data.confirmed ? [] : [hostId];
    case 'reception.visitor-confirmed.v1':
    case 'reception.visitor-declined.v1': {
      // An event of before this was said: the desk hears what whoever announced them should.
      const asked = event.data.announcedById === undefined ? await desk() : [event.data.announcedById];
      // Whoever entered what the host said knows it.
      return asked.filter((personId) => personId !== event.actorid);
    }
    case 'reception.visitor-overstayed.v1':
      return [hostId, ...(await desk())];
    case 'reception.visitor-came.v1':
    case 'reception.visitor-missed.v1':
      return [hostId];
  }
}

const kinds: Readonly<Record<Told, NoticeKind>> = {
  'reception.visitor-announced.v1': 'visitor-to-confirm',
  'reception.visitor-confirmed.v1': 'visitor-confirmed',
  'reception.visitor-declined.v1': 'visitor-declined',
  'reception.visitor-came.v1': 'visitor-came',
  'reception.visitor-overstayed.v1': 'visitor-overstayed',
  'reception.visitor-missed.v1': 'visitor-missed',
};
