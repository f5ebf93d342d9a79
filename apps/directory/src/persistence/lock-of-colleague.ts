import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { DomainError } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { EntityTarget } from 'typeorm';
import { lockOfPerson, type OfPerson } from './lock-of-person';
import { lockColleague, type LockedColleague } from './staff';

/**
 * Something of oneself or of somebody whose work the principal arranges, its person locked until COMMIT.
 * @param unknown what is thrown where there is none, or none in sight
 * @throws beyond-authority (403), not-staff (409)
 */
export async function lockOfColleague<T extends OfPerson>(
  tx: Transaction,
  principal: Principal,
  operation: OperationKey,
  entity: EntityTarget<T>,
  id: string,
  unknown: () => DomainError,
): Promise<LockedColleague & { entry: T }> {
  const entry = await lockOfPerson(tx, entity, id);
  if (!entry) throw unknown();
  try {
    return { entry, ...(await lockColleague(tx, principal, operation, entry.personId)) };
  } catch (error) {
    throw error instanceof DomainError && error.spec.kind === 'invalid' ? unknown() : error;
  }
}
