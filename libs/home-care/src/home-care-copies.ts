import { Controller, type Type } from '@nestjs/common';
import type { ServiceName } from '@property-office/contracts';
import { copying, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keep = statement(
  'home_care_keep',
  `INSERT INTO home_care (home_id, wishes, no_phone, contact_id) VALUES ($1, $2, $3, $4)
   ON CONFLICT (home_id) DO UPDATE SET wishes = excluded.wishes, no_phone = excluded.no_phone, contact_id = excluded.contact_id`,
);

/** The reaction of one service that keeps what whoever deals with a home should know; to be listed among the controllers of its module. */
export function homeCareCopies(service: ServiceName): Type {
  class HomeCareCopies {
    onChanged({ data }: EventOf<'directory.home-care-changed.v1'>, { tx }: ReactionContext<Transaction>): void {
      tx.send(keep, [data.homeId, data.wishes, data.noPhone, data.contactId]);
    }
  }
  copying(HomeCareCopies.prototype)('onChanged', { durable: `${service}__home_care_v1`, events: ['directory.home-care-changed.v1'], order: 'latest' });
  Controller()(HomeCareCopies);
  return HomeCareCopies;
}
