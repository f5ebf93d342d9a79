import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { destructionStateAfter } from '../../domain/errors';
import type { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import type { ReasonDto } from '../../../lists/features/reason.dto';

/** Given up before anything was destroyed, as where a record was put on hold: they stay appraised, and may be applied for anew. */
@Injectable()
export class WithdrawDestructionHandler {
  constructor(private readonly destructions: Destructions) {}

  /** @throws destructionUnknown (404), destructionMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReasonDto): Promise<Destruction> {
    const { destruction, act } = await this.destructions.lockForAct(tx, command, id, input);
    const state = destructionStateAfter(destruction.state, 'withdraw');
    this.destructions.release(tx, id, 'listed');
    this.destructions.advance(tx, destruction, act, { kind: 'withdrawn', witnessIds: await this.destructions.witnessesOf(tx, id) }, { state, remarks: reason });
    return destruction;
  }
}
