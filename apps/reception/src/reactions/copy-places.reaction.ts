import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';

/** Keeps the copy of the directory's places: what a contact is about, and the time of the site. */
@Controller()
export class CopyPlacesReaction {
  @Reaction({
    durable: 'reception__places_v1',
    events: ['directory.place-registered.v1', 'directory.place-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onPlace(
    @Payload() { data, siteid }: EventOf<'directory.place-registered.v1' | 'directory.place-changed.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): void {
    tx.send(
      `INSERT INTO place (id, site_id, kind, label, label_en, time_zone) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET label = excluded.label, label_en = excluded.label_en, time_zone = excluded.time_zone`,
      [data.placeId, siteid, data.kind, data.label, data.labelEn, data.timeZone],
    );
  }
}
