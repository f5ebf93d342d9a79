/** Kinds of places (product.md, Words). A site is the root of its tree; its id is the site id of every record. */
export const placeKinds = ['site', 'building', 'entrance', 'home', 'public-place'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** What a device (设备) is; each has a living file of its own (一机一档, W4.1). */
export const equipmentKinds = ['lift', 'escalator', 'pump', 'boiler', 'fire-panel', 'distribution-board', 'generator', 'fan', 'gate', 'camera', 'other'] as const;
export type EquipmentKind = (typeof equipmentKinds)[number];

/** What makes a public place a device. The dates are those on the wall of the site, YYYY-MM-DD. */
export interface Device {
  /** Its files are called by it: given once, and to no other device of the site. */
  number: string;
  equipment: EquipmentKind;
  installedOn: string;
  /** Retention of its file runs from then on; null: in service. */
  outOfServiceOn: string | null;
  /** The last day on which whoever sold or installed it answers for it; left out: none is known. */
  warrantyUntil?: string;
}

/** How a person is tied to a home, from–to. */
export const tieKinds = ['owner', 'tenant', 'family', 'shop'] as const;
export type TieKind = (typeof tieKinds)[number];

/** A contractor is a crew without accounts. */
export const crewKinds = ['crew', 'contractor'] as const;
export type CrewKind = (typeof crewKinds)[number];

/** Stands in the envelope of what belongs to the company rather than to one of its sites. */
export const companyWideSiteId = '00000000-0000-7000-8000-000000000001';
