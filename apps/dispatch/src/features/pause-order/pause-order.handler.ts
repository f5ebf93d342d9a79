import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/moves';
import { requireOwn } from '../../domain/own-work';
import { reviewTime } from '../../domain/pause-reasons';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';
import type { PauseOrderDto } from './pause-order.dto';

/** Work waits for a listed reason, with a date on which it is looked at again (G4). */
@Injectable()
export class PauseOrderHandler {
  constructor(private readonly orders: WorkOrders) {}

  /** @throws unknown (404), illegalMove (409), somebodyElses (403), reviewTimeWrong (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: PauseOrderDto): Promise<WorkOrder> {
    const { order, act } = await this.orders.lockForAct(tx, command, id, input);
    const state = stateAfter(order.state, 'pause');
    requireOwn(order, act.actor);
    const { reason, note = null } = input;
    const reviewAt = reviewTime(reason, input.reviewAt, tx.now);
    this.orders.advance(tx, order, act, { kind: 'paused', reason, note, reviewAt }, { state, pauseReason: reason, pauseNote: note, reviewAt });
    return order;
  }
}
