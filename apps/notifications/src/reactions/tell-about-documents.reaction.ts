import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { holdersOf } from '../persistence/audience';
import { notify } from '../persistence/notify';

type Told =
  | 'documents.incoming-proposed.v1'
  | 'documents.incoming-decided.v1'
  | 'documents.incoming-assigned.v1'
  | 'documents.incoming-reminded.v1'
  | 'documents.incoming-supervised.v1'
  | 'documents.incoming-circulated.v1'
  | 'documents.incoming-read.v1'
  | 'documents.incoming-readers-changed.v1';
type MailTold = 'documents.mail-signed-for.v1' | 'documents.mail-readdressed.v1';

interface ToTell {
  kind: NoticeKind;
  people: readonly string[];
  /** Tells it from others of its kind about the same document. */
  occasion: string;
}

/** Tells whoever has to act on a document, to read it or to decide; and whom mail is for (W1.1). Who is named in the chain, and who decides: nobody else. */
@Controller()
export class TellAboutDocumentsReaction {
  @Reaction({
    durable: 'notifications__documents_v1',
    events: [
      'documents.incoming-proposed.v1',
      'documents.incoming-decided.v1',
      'documents.incoming-assigned.v1',
      'documents.incoming-reminded.v1',
      'documents.incoming-supervised.v1',
      'documents.incoming-circulated.v1',
      'documents.incoming-read.v1',
      'documents.incoming-readers-changed.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  async onDocument(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const about = { siteId: event.siteid, data: { number: event.data.number }, happenedAt: new Date(event.happenedat) };
    for (const { kind, people, occasion } of await toTell(tx, event)) {
      // Whoever did it knows.
      for (const personId of people.filter((each) => each !== event.actorid))
        notify(tx, { ...about, personId, kind, subject: { type: 'incoming-document', id: event.subject }, occasion });
    }
  }

  @Reaction({
    durable: 'notifications__mail_v1',
    events: ['documents.mail-signed-for.v1', 'documents.mail-readdressed.v1'],
    order: 'any',
    replay: 'skip',
  })
  onMail(@Payload() { siteid, subject, data, happenedat, aggregateversion }: EventOf<MailTold>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    notify(tx, {
      personId: data.addresseeId,
      siteId: siteid,
      kind: 'mail-waiting',
      subject: { type: 'mail-item', id: subject },
      occasion: `version-${aggregateversion}`,
      data: { number: data.number },
      happenedAt: new Date(happenedat),
    });
  }
}

async function toTell(tx: Transaction, event: EventOf<Told>): Promise<ToTell[]> {
  const occasion = `version-${event.aggregateversion}`;
  switch (event.type) {
    case 'documents.incoming-proposed.v1':
      // Before documents said whom it waits for, it waited for the director.
      return [{ kind: 'document-to-decide', people: event.data.deciderIds ?? (await holdersOf(tx, ['director'], event.siteid)), occasion }];
    case 'documents.incoming-decided.v1':
      return event.data.actingPersonId === null ? [] : [{ kind: 'document-to-act-on', people: [event.data.actingPersonId], occasion }];
    case 'documents.incoming-assigned.v1':
      return [{ kind: 'document-to-act-on', people: [event.data.actingPersonId], occasion }];
    case 'documents.incoming-reminded.v1':
      return [{ kind: 'document-reminded', people: [event.data.actingPersonId], occasion }];
    case 'documents.incoming-supervised.v1':
      return [
        { kind: 'document-to-supervise', people: [event.data.supervisorId], occasion },
        { kind: 'document-supervised', people: [event.data.actingPersonId], occasion },
      ];
    default:
      // Once for each circulation, however often somebody's turn is announced.
      return [{ kind: 'document-to-read', people: event.data.next, occasion: `circulation-${event.data.circulation}` }];
  }
}
