import { newId } from '@property-office/kernel';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { record } from '../events';
import { Account } from '../persistence/account.entity';
import type { Person } from '../persistence/person.entity';

/** An account without a password, entered by telephone; the caller holds the person locked and knows there is no other. */
export async function openPhoneAccount(tx: Transaction, ledger: Ledger, person: Person): Promise<Account> {
  const account = new Account();
  account.id = newId();
  account.personId = person.id;
  // A login nobody types: the number itself must not stand here.
  account.login = `phone-${account.id}`;
  account.passwordHash = null;
  account.version = 1;
  account.openedAt = tx.now;
  account.closedAt = null;
  await tx.manager.insert(Account, account);
  record(
    ledger,
    tx,
    { personId: person.id, role: 'resident' },
    { kind: 'account-opened', account, siteId: person.siteId },
  );
  return account;
}
