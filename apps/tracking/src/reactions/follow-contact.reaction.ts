import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { grantAccess, revokeAccess } from '@property-office/access';
import type { EventType, WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addCaseEntry } from '../persistence/case-timelines';
import { leaveToOwner } from '../persistence/contact-hands';
import { forgetWords } from '../persistence/forgotten-words';

/** Writes every event of a contact to its timeline, in order and without gaps (I4). */
@Controller()
export class FollowContactReaction {
  @Reaction({ durable: 'tracking__contacts_v1', events: 'reception.*', order: 'strict', replay: 'rebuild' })
  onEvent(@Payload() event: Selected<'reception.*'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (event.aggregatetype !== 'contact') return;
    addCaseEntry(tx, { type: 'contact', id: event.subject }, withoutWords(event));
    followHands(tx, event);
    if (event.type === 'reception.contact-forgotten.v1') forgetWords(tx, event.subject);
  }
}

/** What a caller said goes with their contact to whoever makes something of it, and is kept nowhere else (W2.3). */
function withoutWords(event: Selected<'reception.*'>): WireEvent {
  if (event.type !== 'reception.contact-converted.v1') return event;
  const { description: _, ...data } = event.data;
  return { ...event, data } as WireEvent;
}

/**
 * A colleague whom a contact is offered to reads its timeline. One who returned it, or is asked no more, reads it no more, nor does whoever
 * passed it on: once it is accepted, or has ended, its owner alone is left.
 */
function followHands(tx: Transaction, event: Selected<'reception.*'>): void {
  const tie = { objectId: event.subject, siteId: event.siteid, right: 'read' as const, sourceVersion: event.aggregateversion };
  const { now, before } = handsOf(event);
  if (before && before !== now) revokeAccess(tx, { ...tie, subject: `person:${before}` });
  if (now) grantAccess(tx, { ...tie, subject: `person:${now}` });
  if (answersOffer.includes(event.type)) leaveToOwner(tx, event.subject, event.aggregateversion);
}

const answersOffer: readonly string[] = [
  'reception.contact-accepted.v1',
  'reception.contact-answered.v1',
  'reception.contact-guided.v1',
  'reception.contact-converted.v1',
] satisfies EventType[];

function handsOf(event: Selected<'reception.*'>): { now?: string | null; before?: string | null } {
  switch (event.type) {
    case 'reception.contact-recorded.v1':
    case 'reception.contact-accepted.v1':
      return { now: event.data.ownerId };
    case 'reception.contact-offered.v1':
      return { now: event.data.toPersonId, before: event.data.insteadOf };
    case 'reception.contact-returned.v1':
      return { before: event.data.toPersonId };
    default:
      return {};
  }
}
