import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { chooseCrew, type Decision } from '../../domain/choose-crew';
import { stateAfterStep } from '../../domain/moves';
import type { WorkOrderEvent } from '../../domain/work-order-event';
import { takeTurn } from '../../persistence/order-numbers';
import { Crews } from '../../persistence/crews';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';

/** Finds who is sent with an order that is nobody's: a new one, or one handed back. */
@Injectable()
export class DispatchOrder {
  constructor(
    private readonly orders: WorkOrders,
    private readonly crews: Crews,
  ) {}

  async execute(tx: Transaction, order: WorkOrder, act: Act): Promise<void> {
    const { crews, jobsPerMember } = await this.crews.candidates(tx, order.siteId, order.skill);
    const decision = chooseCrew(crews, { skill: order.skill, mode: order.mode, except: order.declinedBy, jobsPerMember });
    const { event, changes } = stepOf(order, decision);
    const given: Partial<WorkOrder> = {};
    if (decision.kind === 'assign') {
      given.turn = await takeTurn(tx);
      this.crews.gave(tx, decision.crewId, given.turn);
    }
    this.orders.advance(tx, order, act, event, { crewId: null, technicianId: null, offeredTo: [], choice: null, ...changes, ...given });
  }
}

function stepOf(order: WorkOrder, decision: Decision): { event: WorkOrderEvent; changes: Partial<WorkOrder> } {
  switch (decision.kind) {
    case 'assign': {
      const { crewId, choice } = decision;
      const from = { crewId: order.crewId, technicianId: order.technicianId };
      return {
        event: { kind: 'assigned', how: 'assigned', reason: null, from, choice },
        changes: { state: stateAfterStep(order.state, 'dispatch-assigned'), crewId, choice },
      };
    }
    case 'offer':
      return { event: { kind: 'offered' }, changes: { state: stateAfterStep(order.state, 'dispatch-offered'), offeredTo: decision.crewIds } };
    case 'queue':
      return { event: { kind: 'queued', why: decision.why }, changes: { state: stateAfterStep(order.state, 'dispatch-queued') } };
  }
}
