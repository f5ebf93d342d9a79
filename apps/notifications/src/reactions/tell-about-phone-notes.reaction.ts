import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { notify } from '../persistence/notify';

type Told =
  | 'reception.phone-note-left.v1'
  | 'reception.phone-note-acknowledged.v1'
  | 'reception.phone-note-returned.v1'
  | 'reception.phone-note-readdressed.v1';

/** Tells whom a phone note is for, and whoever left it what became of it (R2.3). */
@Controller()
export class TellAboutPhoneNotesReaction {
  @Reaction({
    durable: 'notifications__phone_notes_v1',
    events: [
      'reception.phone-note-left.v1',
      'reception.phone-note-acknowledged.v1',
      'reception.phone-note-returned.v1',
      'reception.phone-note-readdressed.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  onEvent(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { fromPersonId, toPersonId, round, number } = event.data;
    const { kind, people } = whom(event, fromPersonId, toPersonId);
    for (const personId of new Set(people)) {
      notify(tx, {
        personId,
        siteId: event.siteid,
        kind,
        subject: { type: 'phone-note', id: event.subject },
        occasion: `round-${round}`,
        data: { number },
        happenedAt: new Date(event.happenedat),
        urgent: 'urgent' in event.data && event.data.urgent === true,
      });
    }
  }
}

function whom(event: EventOf<Told>, from: string, to: string): { kind: NoticeKind; people: string[] } {
  switch (event.type) {
    case 'reception.phone-note-acknowledged.v1':
      return { kind: 'phone-note-acknowledged', people: [from] };
    case 'reception.phone-note-returned.v1':
      return { kind: 'phone-note-returned', people: [from] };
    default:
      return { kind: 'phone-note-left', people: [to] };
  }
}
