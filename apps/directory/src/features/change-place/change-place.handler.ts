import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, requiredMatch, type CommandContext } from '@property-office/service-kit';
import type { Actor, Device } from '@property-office/contracts';
import { actorOf } from '../../acting/actor-of';
import { sightOf, type Sight } from '../../acting/sight';
import { deviceOf, numberKey, wrongOf, type SaidDevice } from '../../domain/device';
import { directoryErrors } from '../../domain/errors';
import { labelOf } from '../../domain/place-tree';
import { Place } from '../../persistence/place.entity';
import { findPlace, lockPlace, saveChanged } from '../../persistence/places';
import { lockBelow } from '../../persistence/subtree';
import type { ChangePlaceDto } from './change-place.dto';

/**
 * A place gets another name or code; the labels of everything in it follow, each by an event of its own. A public place becomes a device,
 * or what is known of the device changes: that it was taken out of service, too (W4.1).
 */
@Injectable()
export class ChangePlaceHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws device-wrong (400), place-unknown (404), code-taken, device-number-fixed (409), stale (412), match-required (428) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    operation: 'directory.changePlace' | 'directory.changeHome',
    id: string,
    input: ChangePlaceDto,
  ): Promise<Place> {
    const expected = requiredMatch(command);
    const place = await this.lock(tx, sightOf(command.principal, operation), id);
    if (!place || place.kind === 'site' || (place.kind === 'home') !== (operation === 'directory.changeHome'))
      throw directoryErrors.placeUnknown();
    if (expected !== undefined && expected !== place.version) throw requestErrors.stale();
    const actor = actorOf(command.principal, operation, place.siteId);
    const parent = await tx.manager.findOneByOrFail(Place, { id: place.parentId! });
    place.code = input.code ?? place.code;
    place.externalCode = input.externalCode ?? place.externalCode;
    if (input.name) {
      place.nameZh = input.name.zh;
      place.nameEn = input.name.en ?? null;
    }
    if (input.device) {
      place.device = deviceAfter(place, input.device, tx.now);
      place.deviceKey = numberKey(place.device.number);
    }
    const before = place.label + place.labelEn;
    Object.assign(place, labelOf(place, parent));
    await saveChanged(this.ledger, tx, actor, place);
    if (place.label + place.labelEn !== before) await this.relabelBelow(tx, actor, place);
    return place;
  }

  /** Its site first, which an import changes: one of the two waits, and no place is registered below under a label of before. */
  private async lock(tx: Transaction, sight: Sight, id: string): Promise<Place | null> {
    const known = await findPlace(tx, sight, id);
    if (!known) return null;
    await lockPlace(tx, sight, known.siteId, 'pessimistic_read');
    return lockPlace(tx, sight, id, 'for_no_key_update');
  }

  private async relabelBelow(tx: Transaction, actor: Actor, top: Place): Promise<void> {
    const known = new Map([[top.id, top]]);
    for (const place of await lockBelow(tx, top)) {
      known.set(place.id, Object.assign(place, labelOf(place, known.get(place.parentId!))));
      await saveChanged(this.ledger, tx, actor, place);
    }
  }
}

/** Its number stays as it was first written. @throws device-wrong (400), device-number-fixed (409) */
function deviceAfter({ kind, device }: Place, said: SaidDevice, now: Date): Device {
  const wrong = wrongOf(kind, said, now);
  if (wrong) throw directoryErrors.deviceWrong(wrong);
  if (device && numberKey(device.number) !== numberKey(said.number)) throw directoryErrors.deviceNumberFixed({ number: device.number });
  return deviceOf({ ...said, ...(device && { number: device.number }) });
}
