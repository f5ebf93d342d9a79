import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';

/** Keeps the copy of what zone each site is in. */
@Controller()
export class CopySiteZonesReaction {
  @Reaction({
    durable: 'tracking__site_zones_v1',
    events: ['directory.place-registered.v1', 'directory.place-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onPlace(@Payload() { data }: EventOf<'directory.place-registered.v1' | 'directory.place-changed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (data.kind !== 'site' || data.timeZone === null) return;
    tx.send('INSERT INTO site_zone (site_id, time_zone) VALUES ($1, $2) ON CONFLICT (site_id) DO UPDATE SET time_zone = excluded.time_zone', [
      data.placeId,
      data.timeZone,
    ]);
  }
}
