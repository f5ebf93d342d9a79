import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { shieldObject } from '@property-office/access';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const count = statement('case_site_keep', 'INSERT INTO case_site (case_id, site_id) VALUES ($1, $2) ON CONFLICT DO NOTHING');

type RecordedEvent = 'complaints.complaint-recorded.v1' | 'complaints.suggestion-recorded.v1';

/** On which site a case is counted, and in whose figures a complaint is not: for whom it is about it does not exist (W2.3). */
@Controller()
export class CountCasesReaction {
  @Reaction({
    durable: 'tracking__counted_cases_v1',
    events: ['complaints.complaint-recorded.v1', 'complaints.suggestion-recorded.v1', 'complaints.complaint-hidden.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onCase(@Payload() event: EventOf<RecordedEvent | 'complaints.complaint-hidden.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (event.type !== 'complaints.complaint-hidden.v1') tx.send(count, [event.subject, event.siteid]);
    if (event.type !== 'complaints.suggestion-recorded.v1') shieldObject(tx, event.subject, event.data.hiddenFrom);
  }
}
