import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { copied, Copies, decidingCopyAct, type CopiedRecord } from '../../persistence/copies';
import type { LendingReasonDto } from '../lending-reason.dto';

/** They are not made, and whoever asked reads why. */
@Injectable()
export class RefuseCopyHandler {
  constructor(private readonly copies: Copies) {}

  /** @throws copyingUnknown (404), ownCopy, decidedByDirector (403), copyMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: LendingReasonDto): Promise<CopiedRecord> {
    const locked = await this.copies.lockForMove(tx, command, id, 'refuse', input);
    const { copy, record, state } = locked;
    const act = decidingCopyAct(command, locked);
    this.copies.advance(tx, copy, act, { kind: 'refused' }, { state, decidedBy: act.actor.personId, refusedReason: reason });
    return copied(copy, record);
  }
}
