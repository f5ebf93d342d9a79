import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keep = statement(
  'place_keep',
  'INSERT INTO place (id, site_id, kind) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET site_id = excluded.site_id, kind = excluded.kind',
);

/** Keeps the copy of the directory's places that reports are checked against. */
@Controller()
export class CopyPlacesReaction {
  @Reaction({ durable: 'tickets__places_v1', events: ['directory.place-registered.v1'], order: 'any', replay: 'rebuild' })
  onRegistered(@Payload() event: WireEvent<'directory.place-registered.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    tx.send(keep, [event.data.placeId, event.siteid, event.data.kind === 'home' ? 'home' : 'place']);
  }
}
