import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { destructionErrors, destructionStateAfter } from '../../domain/errors';
import type { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import { WitnessLinks } from '../../persistence/witness-links';

/** Sent to the wrong number, or not wanted any more: it opens nothing from now on. */
@Injectable()
export class RevokeWitnessLinkHandler {
  constructor(
    private readonly destructions: Destructions,
    private readonly links: WitnessLinks,
    private readonly audit: Audit,
  ) {}

  /** @throws destructionUnknown, witnessLinkUnknown (404), destructionMoveIllegal, witnessLinkOver (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, linkId: string, input: ActFields): Promise<Destruction> {
    const { destruction, act } = await this.destructions.lockForAct(tx, command, id, input);
    const link = await this.links.lock(tx, id, linkId);
    if (!link) throw destructionErrors.witnessLinkUnknown();
    const state = destructionStateAfter(destruction.state, 'revoke-link');
    if (link.state !== 'open') throw destructionErrors.witnessLinkOver();
    this.links.revoke(tx, link);
    this.destructions.advance(tx, destruction, act, { kind: 'link-revoked', linkId }, { state });
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'destruction', objectId: id, siteId: destruction.siteId, details: { linkId } });
    return destruction;
  }
}
