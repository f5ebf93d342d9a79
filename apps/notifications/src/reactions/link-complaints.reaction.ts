import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';

/** Keeps what else is of a complaint: the contact it was, what archives hold of it. Whoever may not know of the one hears of none (W2.3). */
@Controller()
export class LinkComplaintsReaction {
  @Reaction({ durable: 'notifications__complaint_contacts_v1', events: ['reception.contact-converted.v1'], order: 'any', replay: 'rebuild' })
  onContact(@Payload() { subject, data }: WireEvent<'reception.contact-converted.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (data.to !== 'complaint') return;
    // Whoever joins one that is closed by then gets their own: it is made under the id of the complainant.
    for (const complaintId of [data.objectId, data.complaint?.joins]) if (complaintId) link(tx, subject, complaintId);
  }

  @Reaction({
    durable: 'notifications__complaint_records_v1',
    events: ['archives.record-proposed.v1', 'archives.record-archived.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onRecord(@Payload() { subject, data }: EventOf<'archives.record-proposed.v1' | 'archives.record-archived.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (data.source?.type === 'complaint') link(tx, subject, data.source.id);
  }
}

function link(tx: Transaction, objectId: string, complaintId: string): void {
  tx.send('INSERT INTO complaint_part (object_id, complaint_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [objectId, complaintId]);
}
