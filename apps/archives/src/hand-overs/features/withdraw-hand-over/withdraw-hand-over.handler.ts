import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import type { ReasonDto } from '../../../lists/features/reason.dto';
import { handOverStateAfter } from '../../domain/errors';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';

/** Given up before all had signed, as where a description was wrong: what was sealed and signed stays written down, and its items may be listed anew. */
@Injectable()
export class WithdrawHandOverHandler {
  constructor(private readonly handOvers: HandOvers) {}

  /** @throws handOverUnknown (404), handOverMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReasonDto): Promise<HandOver> {
    const { list, act } = await this.handOvers.lockForAct(tx, command, id, input);
    const state = handOverStateAfter(list.state, 'withdraw');
    this.handOvers.release(tx, id);
    const named = list.state === 'sealed' ? (await this.handOvers.partiesOf(tx, id)).map(({ personId }) => personId) : [];
    this.handOvers.advance(tx, list, act, { kind: 'withdrawn' }, { state, remarks: reason }, named);
    return list;
  }
}
