import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, requiredMatch, type CommandContext } from '@property-office/service-kit';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { numberKey, wrongNumber } from '../../domain/device';
import { directoryErrors } from '../../domain/errors';
import type { Place } from '../../persistence/place.entity';
import { lockPlace, saveChanged } from '../../persistence/places';
import type { CorrectDeviceNumberDto } from './correct-device-number.dto';

const operation = 'directory.correctDeviceNumber';

/**
 * The number of a device was entered wrongly: its file goes by the right one from now on (W4.1). The one before, and why, stand in the chain
 * that nobody can edit. Another device in its place is no correction, it is registered anew.
 */
@Injectable()
export class CorrectDeviceNumberHandler {
  constructor(
    private readonly ledger: Ledger,
    private readonly audit: Audit,
  ) {}

  /** @throws device-wrong, device-number-same (400), place-unknown (404), no-device, code-taken (409), stale (412), match-required (428) */
  async execute(tx: Transaction, command: Pick<CommandContext, 'principal' | 'ifMatch'>, id: string, { number, reason }: CorrectDeviceNumberDto): Promise<Place> {
    const expected = requiredMatch(command);
    const wrong = wrongNumber(number);
    if (wrong) throw directoryErrors.deviceWrong({ field: 'number', message: wrong });
    const place = await lockPlace(tx, sightOf(command.principal, operation), id, 'for_no_key_update');
    if (!place) throw directoryErrors.placeUnknown();
    if (expected !== undefined && expected !== place.version) throw requestErrors.stale();
    const { device } = place;
    if (!device) throw directoryErrors.noDevice();
    if (device.number === number) throw directoryErrors.deviceNumberSame();
    place.device = { ...device, number };
    place.deviceKey = numberKey(number);
    const actor = actorOf(command.principal, operation, place.siteId);
    await saveChanged(this.ledger, tx, actor, place);
    this.audit.record(tx, { actor, operation, objectType: 'place', objectId: id, siteId: place.siteId, details: { from: device.number, to: number, reason } });
    return place;
  }
}
