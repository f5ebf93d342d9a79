import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { dayBegins } from '../domain/time-on-papers';
import { LivingEnds } from '../persistence/living-ends';
import { LivingFiles } from '../persistence/living-files';
import { PlaceRepairs } from '../persistence/place-repairs';
import { Settings } from '../persistence/settings';

/** A site begins with what is shipped; each of its homes and devices has a living file from then on (W4.1). */
@Controller()
export class CopyPlacesReaction {
  constructor(
    private readonly settings: Settings,
    private readonly files: LivingFiles,
    private readonly repairs: PlaceRepairs,
    private readonly ends: LivingEnds,
  ) {}

  /** v1 knew of no devices, and kept nothing to find a file by, v2 no buildings: this one hears of all places from the beginning. */
  @Reaction({ durable: 'archives__places_v3', events: ['directory.place-registered.v1', 'directory.place-changed.v1'], order: 'latest', replay: 'rebuild' })
  async onPlace(@Payload() event: EventOf<'directory.place-registered.v1' | 'directory.place-changed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { kind, placeId, code, label, labelEn, buildingId, device } = event.data;
    if (kind === 'site') await this.settings.begin(tx, placeId);
    if (kind === 'home') this.files.know(tx, event.siteid, { type: 'home', id: placeId }, { code, label, labelEn, buildingId });
    if (!device) return;
    await this.repairs.isDevice(tx, event.siteid, placeId, { code: device.number, label, labelEn, buildingId, device });
    await this.ends.said(tx, { type: 'device', id: placeId }, device.outOfServiceOn === null ? null : dayBegins(device.outOfServiceOn));
  }
}
