import { Injectable } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/moves';
import { requireOwn } from '../../domain/own-work';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';
import { DispatchOrder } from '../dispatch-order/dispatch-order';
import type { DeclineOrderDto } from './decline-order.dto';

/** An order handed back goes to another crew at once, or waits for the lead where there is none. */
@Injectable()
export class DeclineOrderHandler {
  constructor(
    private readonly orders: WorkOrders,
    private readonly dispatching: DispatchOrder,
  ) {}

  /** @throws unknown (404), illegalMove (409), somebodyElses (403), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: DeclineOrderDto): Promise<WorkOrder> {
    const { order, act } = await this.orders.lockForAct(tx, command, id, input);
    const state = stateAfter(order.state, 'decline');
    requireOwn(order, act.actor);
    const declinedBy = order.crewId ? [...new Set([...order.declinedBy, order.crewId])] : order.declinedBy;
    this.orders.advance(tx, order, act, { kind: 'declined', reason: input.reason }, { state, declinedBy });
    await this.dispatching.execute(tx, order, { actor: systemActor, happenedAt: act.happenedAt });
    return order;
  }
}
