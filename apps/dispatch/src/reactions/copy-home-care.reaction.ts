import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keep = statement(
  'home_care_keep',
  `INSERT INTO home_care (home_id, wishes, no_phone, contact_id) VALUES ($1, $2, $3, $4)
   ON CONFLICT (home_id) DO UPDATE SET wishes = excluded.wishes, no_phone = excluded.no_phone, contact_id = excluded.contact_id`,
);

/** Keeps what whoever goes to a home should know (W6.4): a lag or an outage of directory must not stop work. */
@Controller()
export class CopyHomeCareReaction {
  @Reaction({
    durable: 'dispatch__home_care_v1',
    events: ['directory.home-care-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onChanged(@Payload() { data }: WireEvent<'directory.home-care-changed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    tx.send(keep, [data.homeId, data.wishes, data.noPhone, data.contactId]);
  }
}
