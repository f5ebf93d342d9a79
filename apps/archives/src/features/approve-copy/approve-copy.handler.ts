import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { isImportant } from '../../domain/importance';
import { copied, Copies, decidingCopyAct, type CopiedRecord } from '../../persistence/copies';

/** Somebody else than who asks decides, and of an important record the director (W4.3). */
@Injectable()
export class ApproveCopyHandler {
  constructor(private readonly copies: Copies) {}

  /** @throws copyingUnknown (404), ownCopy, decidedByDirector (403), copyMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<CopiedRecord> {
    const locked = await this.copies.lockForMove(tx, command, id, 'approve', input);
    const { copy, record, state } = locked;
    const act = decidingCopyAct(command, locked);
    this.copies.advance(tx, copy, act, { kind: 'approved' }, { state, decidedBy: act.actor.personId, important: copy.important || isImportant(record) });
    return copied(copy, record);
  }
}
