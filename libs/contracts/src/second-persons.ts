/**
 * From where a second person comes whom a site lacks (G1): they approve by a single-use link, without an account. The same
 * for whatever needs a second person.
 */
export const secondPersonBodies = ['other-site', 'company', 'owners-committee'] as const;
export type SecondPersonBody = (typeof secondPersonBodies)[number];

/** How whoever issued a link sent it: by hand, and therefore said by hand. */
export const linkWays = ['sms', 'email', 'chat', 'paper'] as const;
export type LinkWay = (typeof linkWays)[number];
