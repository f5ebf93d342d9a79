import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keep = statement(
  'place_keep',
  `INSERT INTO place (id, site_id, kind, label, label_en, time_zone) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (id) DO UPDATE SET site_id = excluded.site_id, kind = excluded.kind, label = excluded.label, label_en = excluded.label_en, time_zone = excluded.time_zone`,
);

/** Keeps the copy of the directory's places: which home is on which site, and how they are called. */
@Controller()
export class CopyPlacesReaction {
  /** v1 kept no names: this one hears of them from the beginning. */
  @Reaction({
    durable: 'complaints__places_v2',
    events: ['directory.place-registered.v1', 'directory.place-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onPlace(@Payload() { data, siteid }: EventOf<'directory.place-registered.v1' | 'directory.place-changed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    tx.send(keep, [data.placeId, siteid, data.kind, data.label, data.labelEn, data.timeZone]);
  }
}
