import { actorFor, type OperationKey } from '@property-office/access';
import { companyWideSiteId, systemActor, type Actor, type Principal } from '@property-office/contracts';

/**
 * Who an act is recorded for, and in which role (G1).
 * @param siteId of what is acted on; null: the company, where only roles held company-wide count
 * @throws role-may-not, role-not-company-wide (403) when no role of the principal on that site, or in the company, may do it
 */
export function actorOf(principal: Principal, operation: OperationKey, siteId: string | null): Actor {
  if (principal.personId === systemActor.personId) return systemActor;
  return actorFor(principal, operation, siteId ?? companyWideSiteId);
}
