import { Injectable } from '@nestjs/common';
import { isSomebodyElse } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { destructionStateAfter } from '../../domain/errors';
import { applicantOf } from '../../../lists/domain/hands';
import type { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import type { ReasonDto } from '../../../lists/features/reason.dto';
import { listErrors } from '../../../lists/domain/errors';

/** Not to be destroyed as it was appraised: its records are due as before, for another appraisal. */
@Injectable()
export class RefuseDestructionHandler {
  constructor(private readonly destructions: Destructions) {}

  /** @throws destructionUnknown (404), approvedByAnother (403), destructionMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReasonDto): Promise<Destruction> {
    const { destruction, act } = await this.destructions.lockForAct(tx, command, id, input);
    const state = destructionStateAfter(destruction.state, 'refuse');
    if (!isSomebodyElse(act.actor, applicantOf(destruction))) throw listErrors.approvedByAnother();
    this.destructions.release(tx, id, 'due');
    this.destructions.advance(tx, destruction, act, { kind: 'refused' }, { state, remarks: reason });
    return destruction;
  }
}
