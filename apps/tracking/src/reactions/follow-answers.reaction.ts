import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addCaseEntry, documentKinds } from '../persistence/case-timelines';
import { addComplaintEntry } from '../persistence/complaint-timelines';
import { forgetWords } from '../persistence/forgotten-words';
import { noticeCases } from '../persistence/notice-timelines';
import { addEntry } from '../persistence/timelines';

const ofTheOffice = ['contact', 'phone-note', 'home-claim', ...documentKinds, ...noticeCases] as const;

/**
 * Writes that people answered what was escalated to them to the timeline of the thing (G5). What they say of it is for the
 * office: the reporter reads the timeline of a request, a complainant that of a complaint or suggestion; those of other things are the office's alone.
 */
@Controller()
export class FollowAnswersReaction {
  @Reaction({ durable: 'tracking__escalation_answers_v3', events: ['notifications.escalation-answered.v1'], order: 'any', replay: 'rebuild' })
  onAnswered(@Payload() event: WireEvent<'notifications.escalation-answered.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { objectType, objectId } = event.data;
    if (objectType === 'repair-request') addEntry(tx, objectId, { ...event, data: { ...event.data, note: null } });
    if (objectType === 'complaint' || objectType === 'suggestion') addComplaintEntry(tx, objectId, { ...event, data: { ...event.data, note: null } });
    if (objectType === 'cause-measure') addComplaintEntry(tx, objectId, event);
    const kind = ofTheOffice.find((each) => each === objectType);
    if (!kind) return;
    addCaseEntry(tx, { type: kind, id: objectId }, event);
    // It may be heard after what it is about is forgotten: timelines are made again in any order.
    forgetWords(tx, objectId);
  }
}
