import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { systemActor, type WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { notify } from '../persistence/notify';

type Known = 'archives.proposal-returned.v1' | 'archives.reader-admitted.v1';

/** Tells whoever filed something that it came back from the archives, and whoever was admitted to a record (W4.2, W4.5). */
@Controller()
export class TellAboutRecordsReaction {
  @Reaction({
    durable: 'notifications__records_v1',
    events: ['archives.proposal-returned.v1', 'archives.reader-admitted.v1'],
    order: 'any',
    replay: 'skip',
  })
  onRecord(@Payload() event: EventOf<Known>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { personId, ...told } = toldOf(event);
    // What happened by itself was filed by nobody, and whoever did it knows.
    if (personId === systemActor.personId || personId === event.actorid) return;
    const { siteid: siteId, happenedat, aggregateversion } = event;
    notify(tx, { siteId, personId, ...told, occasion: `version-${aggregateversion}`, happenedAt: new Date(happenedat) });
  }
}

function toldOf(event: EventOf<Known>) {
  if (isReturned(event))
    return {
      personId: event.data.filedBy,
      kind: 'proposal-returned' as const,
      subject: { type: 'record-proposal' as const, id: event.subject },
      data: { number: event.data.source.number },
    };
  return { personId: event.data.readerId, kind: 'record-to-read' as const, subject: { type: 'record' as const, id: event.subject }, data: { number: event.data.archiveNumber } };
}

function isReturned(event: EventOf<Known>): event is WireEvent<'archives.proposal-returned.v1'> {
  return event.type === 'archives.proposal-returned.v1';
}
