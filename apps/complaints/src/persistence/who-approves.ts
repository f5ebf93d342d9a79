import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { extensionApprovers } from '../domain/levels';
import type { Complaint } from './complaint.entity';
import { hiddenAmong, holdersOf, rolesActedIn } from './people';

/**
 * The roles of which somebody may approve the extension of a case, the nearest first: above its handler, or their equals where nobody above is left from
 * whom it is not hidden (W2.3).
 */
export async function whoApproves(tx: Transaction, { id, siteId, handlerId }: Complaint): Promise<Role[]> {
  const { above, equals } = extensionApprovers(handlerId === null ? [] : await rolesActedIn(tx, handlerId, siteId));
  const there: Role[] = [];
  for (const level of above) {
    const holders = await holdersOf(tx, level, siteId);
    const hidden = await hiddenAmong(tx, id, holders);
    if (holders.some((personId) => personId !== handlerId && !hidden.has(personId))) there.push(...level);
  }
  return there.length > 0 ? there : equals;
}
