import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { record } from '../../events';
import { HomeClaim } from '../../persistence/home-claim.entity';
import { lockClaim } from '../../persistence/home-claims';

/** A claim is refused with a reason, which the claimant reads; they may claim again. */
@Injectable()
export class RefuseHomeClaimHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws own-claim, owners-by-office (403), claim-unknown (404), claim-move-illegal (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    reason: string,
  ): Promise<HomeClaim> {
    const operation = 'directory.refuseHomeClaim';
    const { claim, actor, next } = await lockClaim(tx, command, operation, id, 'refuse');
    Object.assign(claim, { state: next, reason, version: claim.version + 1 });
    Object.assign(claim, { decidedBy: actor.personId, decidedRole: actor.role, decidedAt: tx.now });
    await tx.manager.update(HomeClaim, { id }, claim);
    record(this.ledger, tx, actor, { kind: 'home-claim-refused', claim });
    return claim;
  }
}
