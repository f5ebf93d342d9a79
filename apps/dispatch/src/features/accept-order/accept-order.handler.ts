import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/moves';
import { requireHands, requireOwn } from '../../domain/own-work';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';

/** A member of the crew takes the order on and answers for it from now on. */
@Injectable()
export class AcceptOrderHandler {
  constructor(private readonly orders: WorkOrders) {}

  /** @throws unknown (404), illegalMove (409), somebodyElses (403), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<WorkOrder> {
    const { order, act } = await this.orders.lockForAct(tx, command, id, input);
    const state = stateAfter(order.state, 'accept');
    requireHands(order, command.principal);
    requireOwn(order, act.actor);
    this.orders.advance(tx, order, act, { kind: 'accepted' }, { state, technicianId: act.actor.personId });
    return order;
  }
}
