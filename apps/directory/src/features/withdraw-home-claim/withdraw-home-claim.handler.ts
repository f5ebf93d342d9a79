import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { record } from '../../events';
import { HomeClaim } from '../../persistence/home-claim.entity';
import { nextState } from '../../persistence/home-claims';
import { lockOfPerson } from '../../persistence/lock-of-person';
import { decidingOwners } from '../../persistence/owners';

/** Whoever claimed the wrong home takes it back. */
@Injectable()
export class WithdrawHomeClaimHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws claim-unknown (404), claim-move-illegal (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
  ): Promise<HomeClaim> {
    const { personId } = command.principal;
    const claim = await lockOfPerson(tx, HomeClaim, id);
    if (claim?.personId !== personId) throw directoryErrors.claimUnknown();
    const next = nextState(command, claim, 'withdraw');
    Object.assign(claim, { state: next, decidedBy: personId, decidedRole: 'resident', decidedAt: tx.now });
    claim.version += 1;
    await tx.manager.update(HomeClaim, { id }, claim);
    const ownerIds = await decidingOwners(tx, claim);
    record(this.ledger, tx, { personId, role: 'resident' }, { kind: 'home-claim-withdrawn', claim, ownerIds });
    return claim;
  }
}
