import type { Session } from '../api/session';
import type { PlannedLocation, PlannedPlace } from '../planning/plan-place';

/** Most places of one request (POST /api/places/batch). */
const batchSize = 500;

/** Registers the places of the rows, parents first. @returns ids by external code */
export async function registerPlaces(
  operator: Session,
  siteId: string,
  locations: readonly PlannedLocation[],
  onProgress: (done: number, all: number) => void,
): Promise<Map<string, string>> {
  const places = distinct(locations);
  const ids = new Map<string, string>();
  for (let from = 0; from < places.length; from += batchSize) {
    const batch = places.slice(from, from + batchSize);
    const { items } = await operator.post<{ items: Array<{ externalCode: string; id: string }> }>(
      '/api/places/batch',
      { siteId, places: batch },
    );
    for (const { externalCode, id } of items) ids.set(externalCode, id);
    onProgress(from + batch.length, places.length);
  }
  return ids;
}

function distinct(locations: readonly PlannedLocation[]): PlannedPlace[] {
  const byCode = new Map<string, PlannedPlace>();
  for (const { places } of locations)
    for (const place of places) if (!byCode.has(place.externalCode)) byCode.set(place.externalCode, place);
  return [...byCode.values()];
}
