import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { copied, Copies, type CopiedRecord } from '../../persistence/copies';
import type { HandOverCopyDto } from './hand-over-copy.dto';

/** Whoever they are for has them, by name. */
@Injectable()
export class HandOverCopyHandler {
  constructor(private readonly copies: Copies) {}

  /** @throws copyingUnknown (404), copyMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { receivedBy, ...input }: HandOverCopyDto): Promise<CopiedRecord> {
    const { copy, record, act, state } = await this.copies.lockForMove(tx, command, id, 'hand-over', input);
    this.copies.advance(tx, copy, act, { kind: 'handed-over' }, { state, receivedBy, handedOverAt: act.happenedAt });
    return copied(copy, record);
  }
}
