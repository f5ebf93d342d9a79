import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addCaseEntry, documentCase, documentKinds } from '../persistence/case-timelines';
import { addComplaintEntry } from '../persistence/complaint-timelines';
import { addEntry } from '../persistence/timelines';

/**
 * Writes that people answered what was escalated to them to the timeline of the thing (G5). What they say of it is for the
 * office: the reporter reads the timeline of a request, a complainant that of a complaint; those of a contact and of a document are the office's alone.
 */
@Controller()
export class FollowAnswersReaction {
  @Reaction({ durable: 'tracking__escalation_answers_v1', events: ['notifications.escalation-answered.v1'], order: 'any', replay: 'rebuild' })
  onAnswered(@Payload() event: WireEvent<'notifications.escalation-answered.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { objectType, objectId } = event.data;
    if (objectType === 'repair-request') addEntry(tx, objectId, { ...event, data: { ...event.data, note: null } });
    if (objectType === 'complaint') addComplaintEntry(tx, objectId, { ...event, data: { ...event.data, note: null } });
    if (objectType === 'contact') addCaseEntry(tx, { type: 'contact', id: objectId }, event);
    const document = documentKinds.find((kind) => kind === objectType);
    if (document) addCaseEntry(tx, documentCase(objectId, document), event);
  }
}
