import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keep = statement(
  'place_keep',
  `INSERT INTO place (id, site_id, building_id, label, label_en) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (id) DO UPDATE SET building_id = excluded.building_id, label = excluded.label, label_en = excluded.label_en`,
);

/** Keeps the copy of the directory's places: where a technician is sent. */
@Controller()
export class CopyPlacesReaction {
  @Reaction({
    durable: 'dispatch__places_v1',
    events: ['directory.place-registered.v1', 'directory.place-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onPlace(
    @Payload() event: EventOf<'directory.place-registered.v1' | 'directory.place-changed.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): void {
    const { placeId, buildingId, label, labelEn } = event.data;
    tx.send(keep, [placeId, event.siteid, buildingId, label, labelEn]);
  }
}
