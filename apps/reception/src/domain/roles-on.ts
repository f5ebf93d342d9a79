import type { Principal, Role } from '@property-office/contracts';

/** What a person holds themselves on a site today. */
export function rolesOn({ roles }: Principal, siteId: string): Set<Role> {
  return new Set(roles.filter((grant) => grant.siteId === null || grant.siteId === siteId).map(({ role }) => role));
}
