import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { keepAccess } from '@property-office/access';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addCaseEntry } from '../persistence/case-timelines';
import { forgetWords } from '../persistence/forgotten-words';

/** Writes every event of a phone note to its timeline, in order and without gaps (I4): whoever left it reads that, and whom it is for by now. */
@Controller()
export class FollowPhoneNotesReaction {
  @Reaction({ durable: 'tracking__phone_notes_v1', events: 'reception.*', order: 'strict', replay: 'rebuild' })
  onEvent(@Payload() event: Selected<'reception.*'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (!isOfPhoneNote(event)) return;
    const { subject: id, siteid: siteId, aggregateversion: sourceVersion, data } = event;
    addCaseEntry(tx, { type: 'phone-note', id }, event);
    const people = new Set([data.fromPersonId, data.toPersonId]);
    keepAccess(tx, { objectId: id, siteId, source: id, sourceVersion }, [...people].map((personId) => ({ subject: `person:${personId}` as const, right: 'read' as const })));
    if (event.type === 'reception.phone-note-forgotten.v1') forgetWords(tx, id);
  }
}

type OfPhoneNote = Extract<Selected<'reception.*'>, { type: `reception.phone-note-${string}` }>;

function isOfPhoneNote(event: Selected<'reception.*'>): event is OfPhoneNote {
  return event.aggregatetype === 'phone-note';
}
