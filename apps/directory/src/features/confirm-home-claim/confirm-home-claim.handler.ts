import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { newSpan } from '../../domain/span';
import { record } from '../../events';
import { HomeClaim } from '../../persistence/home-claim.entity';
import { lockClaim } from '../../persistence/home-claims';
import { Place } from '../../persistence/place.entity';
import { startTie } from '../../persistence/ties';
import type { ConfirmHomeClaimDto } from './confirm-home-claim.dto';

/** The office, or for tenants and family an owner, confirms: from now on the claimant is a resident (W2.6). */
@Injectable()
export class ConfirmHomeClaimHandler {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @throws home-unsaid, end-missing, reference-unknown, span-reversed (400), own-claim, owners-by-office (403),
   *   claim-unknown (404), claim-move-illegal, spans-overlap (409), stale (412)
   */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: ConfirmHomeClaimDto,
  ): Promise<HomeClaim> {
    const { claim, actor, asOwner, next } = await lockClaim(
      tx,
      command,
      'directory.confirmHomeClaim',
      id,
      'confirm',
      input.homeId,
    );
    if (asOwner && input.until === undefined) throw directoryErrors.endMissing();
    const homeId = (asOwner ? undefined : input.homeId) ?? claim.homeId;
    if (!homeId) throw directoryErrors.homeUnsaid('/homeId');
    const home = await tx.manager.findOneBy(Place, { id: homeId, siteId: claim.siteId, kind: 'home' });
    if (!home) throw directoryErrors.referenceUnknown('/homeId');
    const tie = await startTie(tx, this.ledger, actor, {
      personId: claim.personId,
      home,
      kind: claim.kind,
      ...newSpan(input, tx.now),
      ...(asOwner && { addedBy: { personId: actor.personId, givenName: claim.name } }),
    });
    Object.assign(claim, { state: next, homeId, tieId: tie.id, version: claim.version + 1 });
    Object.assign(claim, { decidedBy: actor.personId, decidedRole: actor.role, decidedAt: tx.now });
    await tx.manager.update(HomeClaim, { id }, claim);
    record(this.ledger, tx, actor, { kind: 'home-claim-confirmed', claim });
    return claim;
  }
}
