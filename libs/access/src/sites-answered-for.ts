import type { Principal } from '@property-office/contracts';
import { roleMayNot } from './acting-role';
import { wideGrants } from './grants';
import type { OperationKey } from './permissions';

/** Of which sites somebody reads the figures. */
export interface SitesAnsweredFor {
  everywhere: boolean;
  siteIds: string[];
}

/**
 * The sites a principal has in sight with an operation that counts. Nothing is counted of a site they ask for and do not
 * answer for: zeroes would pass for its figures. Whether there is such a site it does not say.
 * @throws roleMayNot (403)
 */
export function sitesAnsweredFor(principal: Principal, operation: OperationKey, asked?: string): SitesAnsweredFor {
  const wide = wideGrants(principal, operation);
  const everywhere = wide.some(({ siteId }) => siteId === null);
  if (asked !== undefined && !everywhere && !wide.some(({ siteId }) => siteId === asked)) throw roleMayNot(operation);
  return { everywhere, siteIds: wide.flatMap(({ siteId }) => siteId ?? []) };
}
