import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { handOverErrors, handOverStateAfter } from '../../domain/errors';
import { HandOverLinks } from '../../persistence/hand-over-links';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';

/** Sent to the wrong number, or not wanted any more: it opens nothing from now on. */
@Injectable()
export class RevokeHandOverLinkHandler {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly links: HandOverLinks,
    private readonly audit: Audit,
  ) {}

  /** @throws handOverUnknown, handOverLinkUnknown (404), handOverMoveIllegal, handOverLinkOver (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, linkId: string, input: ActFields): Promise<HandOver> {
    const { list, act } = await this.handOvers.lockForAct(tx, command, id, input);
    const link = await this.links.lock(tx, id, linkId);
    if (!link) throw handOverErrors.handOverLinkUnknown();
    const state = handOverStateAfter(list.state, 'revoke-link');
    if (link.state !== 'open') throw handOverErrors.handOverLinkOver();
    this.links.revoke(tx, link);
    this.handOvers.advance(tx, list, act, { kind: 'link-revoked', linkId }, { state });
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'hand-over', objectId: id, siteId: list.siteId, details: { linkId } });
    return list;
  }
}
