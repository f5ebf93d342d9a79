import { permissionOf, wideGrants, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';

/** What a principal may reach with one operation. It goes into every WHERE. */
export interface Sight {
  /** Sites seen as a whole; null: every site. */
  sites: string[] | null;
  /** May also reach what is the person's own: the person itself, homes tied to it today. */
  own: boolean;
}

export function sightOf(principal: Principal, operation: OperationKey): Sight {
  const { who, own, withoutRole } = permissionOf(operation);
  const wide = wideGrants(principal, operation).map((grant) => grant.siteId);
  return {
    sites: wide.includes(null) ? null : [...new Set(wide.filter((siteId) => siteId !== null))],
    own:
      (principal.roles.length === 0 ? withoutRole : who === 'signed-in') ||
      principal.roles.some((grant) => own.includes(grant.role)),
  };
}

/** The site is seen as a whole. */
export function sees({ sites }: Sight, siteId: string | null): boolean {
  return sites === null || (siteId !== null && sites.includes(siteId));
}

/** Sites the principal lives on: their public places are theirs to report. */
export function residentSites(principal: Principal): string[] {
  return principal.roles.flatMap(({ role, siteId }) =>
    role === 'resident' && siteId !== null ? [siteId] : [],
  );
}
