import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { dispatchErrors } from '../../domain/errors';
import { stateAfter } from '../../domain/moves';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';

/** Of all who want an offered order exactly one gets it, and has accepted it thereby. */
@Injectable()
export class ClaimOrderHandler {
  constructor(private readonly orders: WorkOrders) {}

  /** @throws unknown (404), illegalMove (409) for all who come after the first, stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<WorkOrder> {
    const { order, act } = await this.orders.lockForAct(tx, command, id, input);
    const assigned = stateAfter(order.state, 'claim');
    const crewId = order.offeredTo.find((each) => command.principal.crews.includes(each));
    if (!crewId) throw dispatchErrors.unknown();
    const technicianId = act.actor.personId;
    const from = { crewId: null, technicianId: null };
    this.orders.advance(tx, order, act, { kind: 'assigned', how: 'claimed', reason: null, from, choice: null }, {
      state: assigned,
      crewId,
      technicianId,
      offeredTo: [],
    });
    this.orders.advance(tx, order, act, { kind: 'accepted' }, { state: stateAfter(assigned, 'accept') });
    return order;
  }
}
