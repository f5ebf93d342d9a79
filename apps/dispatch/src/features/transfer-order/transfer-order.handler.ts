import { Injectable } from '@nestjs/common';
import { assertStillHere } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { dispatchErrors } from '../../domain/errors';
import { stateAfter, stateAfterStep } from '../../domain/moves';
import { requireOwn } from '../../domain/own-work';
import { Crews } from '../../persistence/crews';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { notPaused, WorkOrders } from '../../persistence/work-orders';
import type { TransferOrderDto } from './transfer-order.dto';

/** The order becomes another technician's, who has yet to accept it; of their crew when it is another. */
@Injectable()
export class TransferOrderHandler {
  constructor(
    private readonly orders: WorkOrders,
    private readonly crews: Crews,
  ) {}

  /** @throws unknown (404), illegalMove, alreadyTheirs (409), somebodyElses (403), technicianUnknown, personGone (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: TransferOrderDto): Promise<WorkOrder> {
    const { order, act } = await this.orders.lockForAct(tx, command, id, input);
    const transferred = stateAfter(order.state, 'transfer');
    requireOwn(order, act.actor);
    const { technicianId, reason } = input;
    if (order.technicianId === technicianId) throw dispatchErrors.alreadyTheirs();
    const crews = await this.crews.ofPerson(tx, technicianId, order.siteId);
    const crewId = crews.find((each) => each === order.crewId) ?? crews[0];
    if (!crewId) throw dispatchErrors.technicianUnknown();
    await assertStillHere(tx, technicianId, '/technicianId');
    const from = { crewId: order.crewId, technicianId: order.technicianId };
    const state = stateAfterStep(transferred, 'dispatch-assigned');
    this.orders.advance(tx, order, act, { kind: 'assigned', how: 'transferred', reason, from, choice: null }, {
      state,
      crewId,
      technicianId,
      choice: null,
      ...notPaused,
    });
    return order;
  }
}
