import type { Actor } from '@property-office/contracts';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { FindOptionsWhere } from 'typeorm';
import { In } from 'typeorm';
import type { Sight } from '../acting/sight';
import { directoryErrors } from '../domain/errors';
import { findPlaceBy } from '../domain/find-by';
import { record } from '../events';
import { Place } from './place.entity';
import { unlessTaken } from './taken';

/** A place of the sites in sight; null where there is none. */
export async function findPlace(tx: Transaction, sight: Sight, id: string): Promise<Place | null> {
  return tx.manager.findOneBy(Place, within(sight, id));
}

/**
 * A place of the sites in sight, locked until COMMIT: `pessimistic_read` by those who put something into it,
 * `for_no_key_update` by those who change it.
 */
export async function lockPlace(
  tx: Transaction,
  sight: Sight,
  id: string,
  mode: 'pessimistic_read' | 'for_no_key_update',
): Promise<Place | null> {
  return tx.manager.findOne(Place, { where: within(sight, id), lock: { mode } });
}

/** What the place is found by, after its names have changed. */
export function indexPlace(place: Place): void {
  Object.assign(
    place,
    findPlaceBy(place.nameZh, place.nameEn, place.label, place.labelEn, place.code, place.externalCode, place.device?.number ?? null),
  );
}

/** A locked place as it was changed, under its next version, with its event. @throws code-taken (409) */
export async function saveChanged(ledger: Ledger, tx: Transaction, actor: Actor, place: Place): Promise<void> {
  indexPlace(place);
  place.version += 1;
  place.changedAt = tx.now;
  const { id, code, externalCode, device } = place;
  await unlessTaken(tx.manager.update(Place, { id }, place), {
    place_code: () => directoryErrors.codeTaken({ code }),
    place_external_code: () => directoryErrors.codeTaken({ code: externalCode ?? '' }),
    place_device_number: () => directoryErrors.codeTaken({ code: device?.number ?? '' }),
  });
  record(ledger, tx, actor, { kind: 'place-changed', place });
}

/** Held by whoever changes who lives in a home, before any of its people: two at once queue up. */
export async function lockHome(tx: Transaction, homeId: string): Promise<void> {
  await tx.query('SELECT 1 FROM place WHERE id = $1 FOR NO KEY UPDATE', [homeId]);
}

function within({ sites }: Sight, id: string): FindOptionsWhere<Place> {
  return sites === null ? { id } : { id, siteId: In(sites) };
}
