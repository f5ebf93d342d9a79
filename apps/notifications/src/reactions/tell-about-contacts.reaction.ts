import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { isAtOnce } from '../domain/urgency';
import { askedIn } from '../persistence/asked';
import { holdersOf } from '../persistence/audience';
import { notify } from '../persistence/notify';

type Told =
  | 'reception.contact-offered.v1'
  | 'reception.contact-accepted.v1'
  | 'reception.contact-returned.v1';

/** Tells whom a contact is offered to, and its owner what they said to it (W2.1). */
@Controller()
export class TellAboutContactsReaction {
  @Reaction({
    durable: 'notifications__contacts_v1',
    events: ['reception.contact-offered.v1', 'reception.contact-accepted.v1', 'reception.contact-returned.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onEvent(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { kind, people } = await whom(tx, event);
    for (const personId of new Set(people)) {
      // Whoever did it knows.
      if (personId === event.actorid) continue;
      notify(tx, {
        personId,
        siteId: event.siteid,
        kind,
        subject: { type: 'contact', id: event.subject },
        occasion: `hand-over-${event.data.handOver}`,
        data: { number: event.data.number },
        happenedAt: new Date(event.happenedat),
        urgent: isAtOnce(kind),
      });
    }
  }
}

async function whom(tx: Transaction, event: EventOf<Told>): Promise<{ kind: NoticeKind; people: string[] }> {
  switch (event.type) {
    case 'reception.contact-offered.v1': {
      const { toPersonId, toRole, toDesk, ownerId } = event.data;
      if (toDesk) return { kind: 'enquiry-came', people: [ownerId, ...(await holdersOf(tx, ['desk'], event.siteid))] };
      const people = toPersonId ? [toPersonId] : await askedIn(tx, [toRole ?? 'desk-lead'], event.siteid);
      return { kind: event.data.heated ? 'contact-heated' : 'contact-offered', people };
    }
    case 'reception.contact-accepted.v1':
      return { kind: 'contact-accepted', people: [event.data.fromPersonId] };
    case 'reception.contact-returned.v1':
      return { kind: 'contact-returned', people: [event.data.ownerId] };
  }
}
