import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { directoryErrors } from '../../domain/errors';
import { normalLogin } from '../../domain/login';
import { record } from '../../events';
import { Account } from '../../persistence/account.entity';
import { assertMayManage } from '../../persistence/accounts';
import { lockReferredPerson } from '../../persistence/people';
import { unlessTaken } from '../../persistence/taken';

export interface NewAccount {
  personId: string;
  login: string;
  /** Made before the transaction: hashing takes longer than a connection should be held. */
  passwordHash: string;
}

@Injectable()
export class CreateAccountHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws reference-unknown (400), beyond-authority (403), login-taken, account-exists (409) */
  async execute(tx: Transaction, principal: Principal, input: NewAccount): Promise<Account> {
    const { person, actor } = await lockReferredPerson(
      tx,
      principal,
      'directory.createAccount',
      input.personId,
    );
    await assertMayManage(tx, principal, person.id);
    const account = new Account();
    account.id = newId();
    account.personId = person.id;
    account.login = normalLogin(input.login);
    account.passwordHash = input.passwordHash;
    account.version = 1;
    account.openedAt = tx.now;
    account.closedAt = null;
    await unlessTaken(tx.manager.insert(Account, account), {
      account_login: directoryErrors.loginTaken,
      account_of_person: directoryErrors.accountExists,
    });
    record(this.ledger, tx, actor, { kind: 'account-opened', account, siteId: person.siteId });
    return account;
  }
}
