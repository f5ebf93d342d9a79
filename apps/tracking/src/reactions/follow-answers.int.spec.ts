import type { WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { caseSummaryOf } from '../domain/case-summaries';
import { ComplaintTimelines } from '../persistence/complaint-timelines';
import { trackingSchema } from '../persistence/schema';
import { FollowAnswersReaction } from './follow-answers.reaction';

let own: OwnDatabase;
beforeAll(async () => {
  own = await OwnDatabase.open(trackingSchema);
});
afterAll(() => own.close());

/** What stands on a timeline once somebody answered what was escalated to them. */
async function answeredOf(objectType: 'complaint' | 'suggestion' | 'cause-measure', promise: string) {
  const objectId = newId();
  const data = { objectType, objectId, deadlineId: newId(), promise, level: 'lead', answer: 'acted' as const, note: '已找过负责人' };
  const event = announced('notifications.escalation-answered.v1', newId(), newId(), data);
  await own.database.transaction(async (tx) =>
    new FollowAnswersReaction().onAnswered(event as WireEvent<'notifications.escalation-answered.v1'>, { tx, now: tx.now } as unknown as ReactionContext<Transaction>),
  );
  const entries = await new ComplaintTimelines(own.database).read(objectId);
  return entries.map(({ type, data: said }) => [caseSummaryOf(type, said, 'zh'), said.note]);
}

it('stands on the timeline of a measure, which is the office’s, with what was said (R3.3, G5)', async () => {
  expect(await answeredOf('cause-measure', 'measure')).toEqual([['“改进措施”的升级提醒：已处理', '已找过负责人']]);
});

it.each([['complaint', 'answer', '响应'], ['suggestion', 'review-suggestion', '评审建议']] as const)(
  'stands on that of a %s, which whoever made it reads, without (W2.3, G5)',
  async (objectType, promise, name) => {
    expect(await answeredOf(objectType, promise)).toEqual([[`“${name}”的升级提醒：已处理`, null]]);
  },
);
