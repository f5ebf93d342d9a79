/** Kinds of places (product.md, Words). A site is the root of its tree; its id is the site id of every record. */
export const placeKinds = ['site', 'building', 'entrance', 'home', 'public-place'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** How a person is tied to a home, from–to. */
export const tieKinds = ['owner', 'tenant', 'family', 'shop'] as const;
export type TieKind = (typeof tieKinds)[number];

/** A contractor is a crew without accounts. */
export const crewKinds = ['crew', 'contractor'] as const;
export type CrewKind = (typeof crewKinds)[number];

/** Stands in the envelope of what belongs to the company rather than to one of its sites. */
export const companyWideSiteId = '00000000-0000-7000-8000-000000000001';
