import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/moves';
import { requireOwn } from '../../domain/own-work';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';

@Injectable()
export class ArriveHandler {
  constructor(private readonly orders: WorkOrders) {}

  /** @throws unknown (404), illegalMove (409), somebodyElses (403), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<WorkOrder> {
    const { order, act } = await this.orders.lockForAct(tx, command, id, input);
    const state = stateAfter(order.state, 'arrive');
    requireOwn(order, act.actor);
    this.orders.advance(tx, order, act, { kind: 'arrived' }, { state });
    return order;
  }
}
