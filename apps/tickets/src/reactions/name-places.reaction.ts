import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';
import { keepCode } from '../persistence/place-codes';

const keep = statement(
  'named_place_keep',
  `INSERT INTO named_place (id, site_id, kind, label, label_en, time_zone) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (id) DO UPDATE SET label = excluded.label, label_en = excluded.label_en, time_zone = excluded.time_zone`,
);

/** Keeps the names of places, and gives each public place its code once (W2.6). */
@Controller()
export class NamePlacesReaction {
  @Reaction({
    durable: 'tickets__named_places_v1',
    events: ['directory.place-registered.v1', 'directory.place-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onPlace(
    @Payload() event: EventOf<'directory.place-registered.v1' | 'directory.place-changed.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): void {
    const { placeId, kind, label, labelEn, timeZone } = event.data;
    tx.send(keep, [placeId, event.siteid, kind, label, labelEn, timeZone]);
    if (kind === 'public-place') keepCode(tx, placeId);
  }
}
