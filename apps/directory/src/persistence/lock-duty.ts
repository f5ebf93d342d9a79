import { wideGrants, type OperationKey } from '@property-office/access';
import type { Actor, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../acting/actor-of';
import { sees, sightOf } from '../acting/sight';
import { directoryErrors } from '../domain/errors';
import { leadsRole } from '../domain/staff-authority';
import { Duty } from './duty.entity';
import { lockPeople } from './staff';

/**
 * A duty that the principal may arrange, with its person locked until COMMIT, and whoever is to do it instead.
 * @throws duty-unknown (404), beyond-authority (403)
 */
export async function lockPlannedDuty(
  tx: Transaction,
  principal: Principal,
  operation: OperationKey,
  id: string,
  insteadId?: string,
): Promise<{ duty: Duty; actor: Actor }> {
  const known = await tx.manager.findOneBy(Duty, { id });
  if (!known || !sees(sightOf(principal, operation), known.siteId)) throw directoryErrors.dutyUnknown();
  const duty = await tx.manager.findOneOrFail(Duty, { where: { id }, lock: { mode: 'for_no_key_update' } });
  await lockPeople(tx, [duty.personId, ...(insteadId === undefined ? [] : [insteadId])]);
  if (!leadsRole(wideGrants(principal, operation), duty)) throw directoryErrors.beyondAuthority();
  return { duty, actor: actorOf(principal, operation, duty.siteId) };
}
