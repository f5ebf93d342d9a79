import type { Principal, Role } from '@property-office/contracts';

/** Roles that keep the system and its records: they need to see that somebody is there, not who. */
const recordKeepers: readonly Role[] = ['operator', 'importer'];

/** How much of a person a principal is shown (G7). Unmasking is an act of its own. */
export type Disclosure =
  /** One's own. */
  | 'full'
  /** The name, and enough of the telephone number to compare it. */
  | 'phone-masked'
  | 'masked';

export function disclosureOf(principal: Principal, personId: string, knownOn: readonly string[]): Disclosure {
  if (principal.personId === personId) return 'full';
  const deals = principal.roles.some(
    ({ role, siteId }) =>
      !recordKeepers.includes(role) && role !== 'resident' && (siteId === null || knownOn.includes(siteId)),
  );
  return deals ? 'phone-masked' : 'masked';
}
