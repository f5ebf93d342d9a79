import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { AcceptReportHandler } from '../features/accept-report/accept-report.handler';
import { Categories } from '../persistence/categories';
import { Places } from '../persistence/places';
import { RepairClocks } from '../persistence/repair-clocks';
import { nextSequence } from '../persistence/repair-numbers';

/** Makes the repair request a contact was converted to (W2.1): its id comes with the event, so that it is made once. */
@Controller()
export class ReportConvertedReaction {
  constructor(
    private readonly accept: AcceptReportHandler,
    private readonly categories: Categories,
    private readonly places: Places,
    private readonly clocks: RepairClocks,
  ) {}

  @Reaction({ durable: 'tickets__converted_v1', events: ['reception.contact-converted.v1'], order: 'any', replay: 'skip' })
  async onConverted(
    @Payload() event: WireEvent<'reception.contact-converted.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): Promise<void> {
    const { to, objectId, contactId, description, reporterId, location, repair, attachmentIds } = event.data;
    if (to !== 'repair-request' || !repair || !location) return;
    const category = await this.categories.findIn(tx, repair.category);
    const place = await this.places.findIn(tx, location.id);
    // Both were there when reception asked; neither is ever removed.
    if (!category || !place) throw new Error(`contact ${contactId} was converted to a repair of something unknown`);
    const { preferredFrom, preferredTo } = repair;
    this.accept.execute(tx, actOfEvent(event), {
      id: objectId,
      sequence: await nextSequence(tx),
      rules: await this.clocks.book(tx),
      category,
      place,
      locationId: location.id,
      description,
      urgent: repair.urgent,
      ...(preferredFrom && preferredTo && { preferredWindow: { from: new Date(preferredFrom), to: new Date(preferredTo) } }),
      reporterId,
      channel: 'desk',
      attachmentIds,
      contactId,
    });
  }
}
