import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { record } from '../../events';
import { Account } from '../../persistence/account.entity';
import { lockAccount } from '../../persistence/accounts';
import { endSessions } from '../../sessions/end-sessions';

/**
 * A lost phone is cut off in one step (G6). Whoever may do it may do it to anybody on the site, also to those above:
 * it takes nothing away but the need to sign in again.
 */
@Injectable()
export class EndAccountSessionsHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @returns how many sessions ended. @throws account-unknown (404), account-closed (409), stale (412) */
  async execute(tx: Transaction, command: Pick<CommandContext, 'principal' | 'ifMatch'>, id: string): Promise<number> {
    const { account, siteId, actor } = await lockAccount(tx, command.principal, 'directory.endAccountSessions', id);
    assertFresh(command, account.version);
    const ended = await endSessions(tx, id);
    account.version += 1;
    await tx.manager.update(Account, { id }, { version: account.version });
    record(this.ledger, tx, actor, { kind: 'account-secured', account, siteId, act: 'sessions-ended' });
    return ended;
  }
}
