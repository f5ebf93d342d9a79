import { Injectable } from '@nestjs/common';
import { isSomebodyElse } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { listErrors } from '../../../lists/domain/errors';
import { applicantOf } from '../../../lists/domain/hands';
import type { ReasonDto } from '../../../lists/features/reason.dto';
import { handOverStateAfter } from '../../domain/errors';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';

/** Not to be handed over as it was listed: its items are on no list any more. */
@Injectable()
export class RefuseHandOverHandler {
  constructor(private readonly handOvers: HandOvers) {}

  /** @throws handOverUnknown (404), approvedByAnother (403), handOverMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReasonDto): Promise<HandOver> {
    const { list, act } = await this.handOvers.lockForAct(tx, command, id, input);
    const state = handOverStateAfter(list.state, 'refuse');
    if (!isSomebodyElse(act.actor, applicantOf(list))) throw listErrors.approvedByAnother();
    this.handOvers.release(tx, id);
    this.handOvers.advance(tx, list, act, { kind: 'refused' }, { state, remarks: reason });
    return list;
  }
}
