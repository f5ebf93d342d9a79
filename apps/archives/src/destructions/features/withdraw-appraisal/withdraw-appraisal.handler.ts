import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { appraisalStateAfter } from '../../domain/errors';
import type { Appraisal } from '../../persistence/appraisal.entity';
import { Appraisals } from '../../persistence/appraisals';
import type { ReasonDto } from '../../../lists/features/reason.dto';

/** Its records are due as before; what was thought of them stays written down. */
@Injectable()
export class WithdrawAppraisalHandler {
  constructor(private readonly appraisals: Appraisals) {}

  /** @throws appraisalUnknown (404), appraisalMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReasonDto): Promise<Appraisal> {
    const { appraisal, act } = await this.appraisals.lockForAct(tx, command, id, input);
    const state = appraisalStateAfter(appraisal.state, 'withdraw');
    tx.send('DELETE FROM record_listing WHERE appraisal_id = $1', [id]);
    this.appraisals.advance(tx, appraisal, act, { kind: 'withdrawn', appraiserIds: await this.appraisals.appraisersOf(tx, id) }, { state, remarks: reason });
    return appraisal;
  }
}
