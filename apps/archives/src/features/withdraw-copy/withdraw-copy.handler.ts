import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { copyErrors } from '../../domain/copy-errors';
import { copied, Copies, type CopiedRecord } from '../../persistence/copies';

/** Whoever asked for them wants them no more. */
@Injectable()
export class WithdrawCopyHandler {
  constructor(private readonly copies: Copies) {}

  /** @throws copyingUnknown (404), ownCopy (403), copyMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<CopiedRecord> {
    const { copy, record, act, state } = await this.copies.lockForMove(tx, command, id, 'withdraw', input);
    if (act.actor.personId !== copy.askedBy) throw copyErrors.ownCopy();
    this.copies.advance(tx, copy, act, { kind: 'withdrawn' }, { state });
    return copied(copy, record);
  }
}
