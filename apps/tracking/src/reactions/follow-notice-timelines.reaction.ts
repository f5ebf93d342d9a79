import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addCaseEntry } from '../persistence/case-timelines';
import { noticeCases } from '../persistence/notice-timelines';

/** Writes every event of a notice and of its posting tasks to its timeline, in order and without gaps (I4): levels of escalation among them (G5). */
@Controller()
export class FollowNoticeTimelinesReaction {
  @Reaction({ durable: 'tracking__notice_timelines_v1', events: 'notifications.*', order: 'strict', replay: 'rebuild' })
  onEvent(@Payload() event: Selected<'notifications.*'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const type = noticeCases.find((each) => each === event.aggregatetype);
    if (type) addCaseEntry(tx, { type, id: event.subject }, event);
  }
}
