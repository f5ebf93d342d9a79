import { actorFor, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { RepairRequest } from '../../persistence/repair-request.entity';

/** Whether somebody who holds a role on the site comes by a fault there: the staff everywhere, a resident in public places and in their own homes. */
export function mayMeet(
  principal: Principal,
  operation: OperationKey,
  { siteId, locationKind, locationId }: Pick<RepairRequest, 'siteId' | 'locationKind' | 'locationId'>,
): boolean {
  return locationKind === 'place' || actorFor(principal, operation, siteId).role !== 'resident' || principal.homes.includes(locationId);
}
