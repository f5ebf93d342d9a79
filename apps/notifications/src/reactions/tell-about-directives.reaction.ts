import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { notify } from '../persistence/notify';

type Told =
  | 'documents.directive-given.v1'
  | 'documents.directive-acknowledged.v1'
  | 'documents.directive-withdrawn.v1'
  | 'documents.directive-replaced.v1';

interface ToTell {
  kind: NoticeKind;
  to: readonly string[];
}

/** Tells people of a directive that is addressed to them, and its giver when nobody is left (W3.1). */
@Controller()
export class TellAboutDirectivesReaction {
  @Reaction({
    durable: 'notifications__directives_v1',
    events: ['documents.directive-given.v1', 'documents.directive-acknowledged.v1', 'documents.directive-withdrawn.v1', 'documents.directive-replaced.v1'],
    order: 'any',
    replay: 'skip',
  })
  onDirective(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { kind, to } = toTell(event);
    const about = { siteId: event.siteid, data: { number: event.data.number }, happenedAt: new Date(event.happenedat), subject: { type: 'directive' as const, id: event.subject } };
    // Whoever did it knows.
    for (const personId of to.filter((each) => each !== event.actorid)) notify(tx, { ...about, personId, kind, occasion: `version-${event.aggregateversion}` });
  }
}

function toTell(event: EventOf<Told>): ToTell {
  switch (event.type) {
    case 'documents.directive-given.v1':
      return { kind: 'directive-to-acknowledge', to: event.data.addresseeIds };
    case 'documents.directive-acknowledged.v1':
      return { kind: 'directive-acknowledged', to: event.data.acknowledged === event.data.addressed ? [event.data.giverId] : [] };
    case 'documents.directive-withdrawn.v1':
      return { kind: 'directive-withdrawn', to: event.data.addresseeIds };
    case 'documents.directive-replaced.v1':
      return { kind: 'directive-replaced', to: event.data.addresseeIds };
  }
}
