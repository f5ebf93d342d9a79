import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { endOf } from '../../domain/span';
import { record } from '../../events';
import { Delegation } from '../../persistence/delegation.entity';
import { lockOfColleague } from '../../persistence/lock-of-colleague';

/** A deputy acts no longer: felt everywhere within a second, like the end of a session. One to come is off. */
@Injectable()
export class EndDelegationHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws beyond-authority (403), delegation-unknown (404), span-ended (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
  ): Promise<Delegation> {
    const operation = 'directory.endDelegation';
    const { delegationUnknown } = directoryErrors;
    const locked = await lockOfColleague(tx, command.principal, operation, Delegation, id, delegationUnknown);
    const { entry: delegation, person, actor } = locked;
    assertFresh(command, delegation.version);
    delegation.until = endOf(delegation, undefined, tx.now);
    delegation.version += 1;
    await tx.manager.update(Delegation, { id }, delegation);
    record(this.ledger, tx, actor, { kind: 'delegation-ended', delegation, siteId: person.siteId });
    return delegation;
  }
}
