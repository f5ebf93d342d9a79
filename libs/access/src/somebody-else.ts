import type { Actor } from '@property-office/contracts';

/** Everybody who stands behind an act: who did it, and for whom. */
export function personsBehind({ personId, forPersonId }: Actor): string[] {
  return forPersonId === undefined ? [personId] : [personId, forPersonId];
}

/**
 * Two acts that must be of two people are: tested on the person, never on the role (G1). Whoever acts for somebody is, for
 * this, both of them: neither may be the other person of the pair.
 */
export function isSomebodyElse(one: Actor, other: Actor): boolean {
  return !personsBehind(one).some((personId) => personsBehind(other).includes(personId));
}
