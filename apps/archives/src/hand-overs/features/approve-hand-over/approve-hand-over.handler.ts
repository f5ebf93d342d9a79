import { Injectable } from '@nestjs/common';
import { isSomebodyElse } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { listErrors } from '../../../lists/domain/errors';
import { applicantOf } from '../../../lists/domain/hands';
import { assertAllVisible } from '../../../lists/persistence/listed-records';
import { handOverErrors, handOverStateAfter } from '../../domain/errors';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import { lockHandable } from '../../persistence/items';

/** The director, or who stands in for them, and never who applied, by person; nor somebody who is to receive or witness it (W4.6, G1). */
@Injectable()
export class ApproveHandOverHandler {
  constructor(private readonly handOvers: HandOvers) {}

  /** @throws handOverUnknown (404), approvedByAnother (403), handOverMoveIllegal, partyHasHand, recordsUnseen, the errors of `lockHandable` (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<HandOver> {
    const { list, act } = await this.handOvers.lockForAct(tx, command, id, input);
    const state = handOverStateAfter(list.state, 'approve');
    if (!isSomebodyElse(act.actor, applicantOf(list))) throw listErrors.approvedByAnother();
    const { personId: approvedBy, forPersonId: approvedFor = null } = act.actor;
    if ((await this.handOvers.partiesOf(tx, id)).some(({ personId }) => personId === approvedBy || personId === approvedFor)) throw handOverErrors.partyHasHand();
    const items = await this.handOvers.itemsOf(tx, id);
    await assertAllVisible(tx, command.principal, items.records);
    await lockHandable(tx, items, list);
    this.handOvers.advance(tx, list, act, { kind: 'approved' }, { state, approvedBy, approvedFor, approvedAt: act.happenedAt });
    return list;
  }
}
