import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { PlaceKind, Principal } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { wrongOf, type SaidDevice } from '../../domain/device';
import { directoryErrors } from '../../domain/errors';
import { parentKinds } from '../../domain/place-tree';
import { record } from '../../events';
import { newPlace } from '../../persistence/new-place';
import { Place } from '../../persistence/place.entity';
import { lockPlace } from '../../persistence/places';
import { unlessTaken } from '../../persistence/taken';

export interface PlaceToRegister {
  kind: PlaceKind;
  parentId: string;
  code: string;
  name: { zh: string; en?: string };
  externalCode?: string;
  device?: SaidDevice;
}

/** A building, entrance, home or public place, which may be a device, is put into the tree. */
@Injectable()
export class RegisterPlaceHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws reference-unknown, wrong-parent, device-wrong (400), code-taken (409) */
  async execute(
    tx: Transaction,
    principal: Principal,
    operation: OperationKey,
    input: PlaceToRegister,
  ): Promise<Place> {
    // Shared: the label is made of the parent's, which must not change meanwhile.
    const parent = await lockPlace(tx, sightOf(principal, operation), input.parentId, 'pessimistic_read');
    if (!parent) throw directoryErrors.referenceUnknown('/parentId');
    if (!parentKinds[input.kind].includes(parent.kind)) throw directoryErrors.wrongParent('/parentId');
    const wrong = input.device && wrongOf(input.kind, input.device, tx.now);
    if (wrong) throw directoryErrors.deviceWrong(wrong);
    const place = newPlace(input, parent, tx.now);
    await unlessTaken(tx.manager.insert(Place, place), {
      place_code: () => directoryErrors.codeTaken({ code: input.code }),
      place_external_code: () => directoryErrors.codeTaken({ code: input.externalCode ?? '' }),
      place_device_number: () => directoryErrors.codeTaken({ code: input.device?.number ?? '' }),
    });
    record(this.ledger, tx, actorOf(principal, operation, place.siteId), { kind: 'place-registered', place });
    return place;
  }
}
