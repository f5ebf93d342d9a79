import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { hideConverted, noteNumber, noteNumberOfConverted } from '../persistence/converted-objects';

type HiddenEvent = 'complaints.complaint-recorded.v1' | 'complaints.complaint-hidden.v1' | 'complaints.complaint-joined.v1';
type CaseEvent = 'complaints.complaint-recorded.v1' | 'complaints.suggestion-recorded.v1';

/** What a contact became has a number now: both sides are linked. */
@Controller()
export class NoteNumberReaction {
  @Reaction({ durable: 'reception__repair_numbers_v1', events: ['tickets.repair-requested.v1'], order: 'any', replay: 'rebuild' })
  onRequested(@Payload() event: WireEvent<'tickets.repair-requested.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (event.data.contactId) noteNumber(tx, event.subject, event.data.number);
  }

  /** No event of a case says where it came from: the contact knows what it became. */
  @Reaction({
    durable: 'reception__case_numbers_v1',
    events: ['complaints.complaint-recorded.v1', 'complaints.suggestion-recorded.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onCase(@Payload() event: EventOf<CaseEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    noteNumberOfConverted(tx, event.subject, event.data.number);
  }

  /** A complaint hides the contacts it came from, too (W2.3): from whom it is about and from their crews, also later ones, and whoever joined it later. */
  @Reaction({
    durable: 'reception__hidden_contacts_v2',
    events: ['complaints.complaint-recorded.v1', 'complaints.complaint-hidden.v1', 'complaints.complaint-joined.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onHidden(@Payload() event: EventOf<HiddenEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (event.data.hiddenFrom) hideConverted(tx, event.subject, event.data.hiddenFrom);
  }
}
