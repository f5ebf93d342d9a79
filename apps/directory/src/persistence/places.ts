import type { Transaction } from '@property-office/persistence';
import type { FindOptionsWhere } from 'typeorm';
import { In } from 'typeorm';
import type { Sight } from '../acting/sight';
import { findPlaceBy } from '../domain/find-by';
import { Place } from './place.entity';

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

/** Held by whoever changes who lives in a home, before any of its people: two at once queue up. */
export async function lockHome(tx: Transaction, homeId: string): Promise<void> {
  await tx.query('SELECT 1 FROM place WHERE id = $1 FOR NO KEY UPDATE', [homeId]);
}

function within({ sites }: Sight, id: string): FindOptionsWhere<Place> {
  return sites === null ? { id } : { id, siteId: In(sites) };
}
