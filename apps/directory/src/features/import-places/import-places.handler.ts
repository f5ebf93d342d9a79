import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { requestErrors } from '@property-office/service-kit';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { record } from '../../events';
import { Place } from '../../persistence/place.entity';
import { lockPlace, saveChanged } from '../../persistence/places';
import { unlessTaken } from '../../persistence/taken';
import type { ImportPlacesDto } from './import-places.dto';
import { planImport, type ImportedPlace } from './plan-import';
import { knownPlaces } from './known-places';

/**
 * Many places of a site at once, all or none; those known by their external code are answered with the id they have, and stay as they are but
 * for what the list says of their devices.
 */
@Injectable()
export class ImportPlacesHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws reference-unknown, invalid-places (400), code-taken, conflict (409) when somebody registers the same at this moment */
  async execute(tx: Transaction, principal: Principal, input: ImportPlacesDto): Promise<ImportedPlace[]> {
    // One import of a site at a time, and no place of it renamed meanwhile: two of the same list end with one set of places, each under the label of now.
    const site = await lockPlace(
      tx,
      sightOf(principal, 'directory.importPlaces'),
      input.siteId,
      'for_no_key_update',
    );
    if (site?.kind !== 'site') throw directoryErrors.referenceUnknown('/siteId');
    const plan = planImport(site, await knownPlaces(tx, site, input.places), input.places, tx.now);
    if (plan.errors.length > 0) throw directoryErrors.invalidPlaces(plan.errors);
    if (input.preview) return plan.answers;
    const actor = actorOf(principal, 'directory.importPlaces', site.id);
    if (plan.created.length > 0) {
      const taken = () => requestErrors.conflict();
      await unlessTaken(tx.manager.insert(Place, plan.created), {
        place_code: taken,
        place_external_code: taken,
        place_device_number: taken,
      });
      for (const place of plan.created) record(this.ledger, tx, actor, { kind: 'place-registered', place });
    }
    for (const place of plan.changed) await saveChanged(this.ledger, tx, actor, place);
    return plan.answers;
  }
}
