import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { record } from '../../events';
import { Account } from '../../persistence/account.entity';
import { assertMayManage, lockAccount } from '../../persistence/accounts';
import { HeldRoles } from '../../persistence/held-roles';
import { endSessions } from '../../sessions/end-sessions';

/** Leaving (G6): the account ends at once, with every session and role, and for good. Who comes back is given roles anew. */
@Injectable()
export class CloseAccountHandler {
  constructor(
    private readonly ledger: Ledger,
    private readonly roles: HeldRoles,
  ) {}

  /** @throws beyond-authority (403), account-unknown (404), account-closed (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
  ): Promise<Account> {
    const { account, siteId, actor } = await lockAccount(tx, command.principal, 'directory.closeAccount', id);
    await assertMayManage(tx, command.principal, account.personId);
    assertFresh(command, account.version);
    account.version += 1;
    account.closedAt = tx.now;
    await tx.manager.update(Account, { id }, account);
    await endSessions(tx, id);
    record(this.ledger, tx, actor, { kind: 'account-closed', account, siteId });
    await this.roles.endOfLeaver(tx, actor, account.personId);
    return account;
  }
}
