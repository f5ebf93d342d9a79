import type { PlaceKind } from '@property-office/contracts';

/** What may stand in what. Villas stand on the site, shops in a building without an entrance. */
export const parentKinds: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  site: [],
  building: ['site'],
  entrance: ['building'],
  home: ['site', 'building', 'entrance'],
  'public-place': ['site', 'building', 'entrance'],
};

export interface NamedPlace {
  kind: PlaceKind;
  nameZh: string;
  nameEn: string | null;
}

export interface Label {
  label: string;
  labelEn: string;
}

/** The way to a place within its site: 3栋2单元501; Building 3, Entrance 2, 501. */
export function labelOf(place: NamedPlace, parent: (NamedPlace & Label) | undefined): Label {
  const ownEn = place.nameEn ?? place.nameZh;
  if (!parent || parent.kind === 'site') return { label: place.nameZh, labelEn: ownEn };
  return { label: joinNames(parent.label, place.nameZh), labelEn: `${parent.labelEn}, ${ownEn}` };
}

/** Chinese names follow each other; two Latin words or numbers need a space. */
function joinNames(before: string, after: string): string {
  return /\w$/.test(before) && /^\w/.test(after) ? `${before} ${after}` : before + after;
}

/** The building a place is in: a building is in itself. */
export function buildingOf(
  place: { id: string; kind: PlaceKind },
  parent: { buildingId: string | null } | undefined,
): string | null {
  return place.kind === 'building' ? place.id : (parent?.buildingId ?? null);
}
