import type { PlannedLocation, PlannedPlace } from '../planning/plan-place';

/** The places of the rows, each once, parents first. */
export function distinctPlaces(locations: readonly PlannedLocation[]): PlannedPlace[] {
  const byCode = new Map<string, PlannedPlace>();
  for (const { places } of locations)
    for (const place of places) if (!byCode.has(place.externalCode)) byCode.set(place.externalCode, place);
  return [...byCode.values()];
}
