import type { OperationKey } from '@property-office/access';
import type { Actor, Principal } from '@property-office/contracts';
import { DomainError } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { directoryErrors } from '../domain/errors';
import { mayManage } from '../domain/role-authority';
import { Account } from './account.entity';
import { lockPerson } from './people';
import { rolesOfPerson } from './roles-of-person';

export interface LockedAccount {
  account: Account;
  /** Of the person. */
  siteId: string | null;
  actor: Actor;
}

/**
 * An open account of a person in sight; both stay locked until COMMIT.
 * @throws account-unknown (404), account-closed (409)
 */
export async function lockAccount(
  tx: Transaction,
  principal: Principal,
  operation: OperationKey,
  id: string,
): Promise<LockedAccount> {
  const known = await tx.manager.findOneBy(Account, { id });
  if (!known) throw directoryErrors.accountUnknown();
  try {
    const { person, actor } = await lockPerson(tx, principal, operation, known.personId);
    const account = await tx.manager.findOneByOrFail(Account, { id });
    if (account.closedAt) throw directoryErrors.accountClosed();
    return { account, siteId: person.siteId, actor };
  } catch (error) {
    throw error instanceof DomainError && error.spec.kind === 'not-found'
      ? directoryErrors.accountUnknown()
      : error;
  }
}

/** @throws beyond-authority (403) when the person is more than the principal may give */
export async function assertMayManage(
  tx: Transaction,
  principal: Principal,
  personId: string,
): Promise<void> {
  if (!mayManage(principal, await rolesOfPerson(tx, personId))) throw directoryErrors.beyondAuthority();
}
