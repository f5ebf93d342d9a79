import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { filedAs } from '../domain/converted';
import { FileComplaint } from '../features/record-complaint/file-complaint';
import { FileSuggestion } from '../features/record-suggestion/file-suggestion';
import { nextSequence } from '../persistence/case-numbers';
import { ComplaintClocks } from '../persistence/complaint-clocks';
import { takeCaller } from '../persistence/converted-callers';
import { isFiled } from '../persistence/filed-cases';

type Converted = WireEvent<'reception.contact-converted.v1'>;

/**
 * Makes the complaint or suggestion a contact was converted to (W2.1), by what a form does, which was examined when it was
 * converted: nothing is refused here. Neither event names anybody: whose case it is was told beside them
 * (`register-caller`), what they told of themselves stays with reception.
 *
 * It rebuilds: its id comes with the event, so that again makes nothing, and what was converted before this reaction was
 * there is made, too. (`skip` would leave that out for ever.)
 */
@Controller()
export class TakeConversionReaction {
  constructor(
    private readonly complaint: FileComplaint,
    private readonly suggestion: FileSuggestion,
    private readonly clocks: ComplaintClocks,
  ) {}

  @Reaction({ durable: 'complaints__converted_v1', events: ['reception.contact-converted.v1'], order: 'any', replay: 'rebuild' })
  async onConverted(@Payload() event: Converted, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { to, objectId } = event.data;
    if ((to !== 'complaint' && to !== 'suggestion') || (await isFiled(tx, objectId))) return;
    return to === 'complaint' ? this.complain(tx, event) : this.suggest(tx, event);
  }

  private async complain(tx: Transaction, event: Converted): Promise<void> {
    const { objectId: id, contactId, description: words, attachmentIds, location, complaint, introduced } = event.data;
    if (!complaint) throw new Error(`contact ${contactId} was converted to a complaint that says nothing`);
    const { aboutPersonId, households, hotlineNumber, hotlineDeadline } = complaint;
    const { signsOfMajor, ...filed } = filedAs(complaint);
    const caller = await takeCaller(tx, id, introduced);
    await this.complaint.execute(tx, actOfEvent(event), {
      id,
      siteId: event.siteid,
      sequence: await nextSequence(tx, 'complaint_number'),
      rules: await this.clocks.book(tx),
      ...filed,
      words,
      complainant: { ...caller, contact: null, words, contactId },
      aboutPersonIds: aboutPersonId === null ? [] : [aboutPersonId],
      aboutCrewIds: [],
      hotlineNumber,
      hotlineDeadline: hotlineDeadline === null ? null : new Date(hotlineDeadline),
      attachmentIds,
      heard: { placeId: location?.id ?? null, households, signsOfMajor },
    });
  }

  private async suggest(tx: Transaction, event: Converted): Promise<void> {
    const { objectId: id, contactId, description: words, attachmentIds, location, introduced } = event.data;
    const { personId: madeBy } = await takeCaller(tx, id, introduced);
    this.suggestion.execute(tx, actOfEvent(event), {
      id,
      siteId: event.siteid,
      sequence: await nextSequence(tx, 'suggestion_number'),
      words,
      madeBy,
      contact: null,
      attachmentIds,
      heard: { contactId, placeId: location?.id ?? null },
    });
  }
}
