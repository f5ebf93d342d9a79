import { Injectable } from '@nestjs/common';
import { isSomebodyElse } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { destructionStateAfter } from '../../domain/errors';
import { applicantOf } from '../../../lists/domain/hands';
import type { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import { assertAllVisible, assertFree, lockRecords } from '../../../lists/persistence/listed-records';
import { listErrors } from '../../../lists/domain/errors';

/** The director, or who stands in for them, and never who applied, by person (W4.4, G1). */
@Injectable()
export class ApproveDestructionHandler {
  constructor(private readonly destructions: Destructions) {}

  /** @throws destructionUnknown (404), approvedByAnother (403), destructionMoveIllegal, recordsHeld, recordsUnseen (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Destruction> {
    const { destruction, act } = await this.destructions.lockForAct(tx, command, id, input);
    const state = destructionStateAfter(destruction.state, 'approve');
    if (!isSomebodyElse(act.actor, applicantOf(destruction))) throw listErrors.approvedByAnother();
    const records = await this.destructions.recordsOf(tx, id);
    await assertAllVisible(tx, command.principal, records);
    await assertFree(tx, await lockRecords(tx, records));
    const { personId: approvedBy, forPersonId: approvedFor = null } = act.actor;
    this.destructions.advance(tx, destruction, act, { kind: 'approved' }, { state, approvedBy, approvedFor, approvedAt: act.happenedAt });
    return destruction;
  }
}
