import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { record } from '../../events';
import { Account } from '../../persistence/account.entity';
import { assertMayManage, lockAccount } from '../../persistence/accounts';
import { endSessions } from '../../sessions/end-sessions';
import { SignInAttempts } from '../../sessions/sign-in-attempts';

/** Somebody in charge sets a password for who has forgotten theirs; every session made with the old one ends. */
@Injectable()
export class ResetPasswordHandler {
  constructor(
    private readonly ledger: Ledger,
    private readonly attempts: SignInAttempts,
  ) {}

  /** @throws beyond-authority (403), account-unknown (404), account-closed (409), stale (412) */
  async execute(tx: Transaction, command: Pick<CommandContext, 'principal' | 'ifMatch'>, id: string, passwordHash: string): Promise<Account> {
    const { account, siteId, actor } = await lockAccount(tx, command.principal, 'directory.resetPassword', id);
    await assertMayManage(tx, command.principal, account.personId);
    assertFresh(command, account.version);
    account.passwordHash = passwordHash;
    account.version += 1;
    await tx.manager.update(Account, { id }, account);
    await endSessions(tx, id);
    this.attempts.forgive(tx, account.login);
    record(this.ledger, tx, actor, { kind: 'account-secured', account, siteId, act: 'password-reset' });
    return account;
  }
}
