import { Injectable } from '@nestjs/common';
import { assertStillHere } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { dispatchErrors } from '../../domain/errors';
import { stateAfter } from '../../domain/moves';
import type { Whom } from '../../domain/work-order-event';
import { Crews } from '../../persistence/crews';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';
import type { AssignOrderDto } from './assign-order.dto';

/** The lead or the desk says who goes: a crew, or one technician, who has yet to accept it. */
@Injectable()
export class AssignOrderHandler {
  constructor(
    private readonly orders: WorkOrders,
    private readonly crews: Crews,
  ) {}

  /** @throws unknown (404), illegalMove, alreadyTheirs (409), nobodyNamed, crewUnknown, technicianUnknown, personGone (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: AssignOrderDto): Promise<WorkOrder> {
    const { order, act } = await this.orders.lockForAct(tx, command, id, input);
    const state = stateAfter(order.state, 'assign');
    const whom = await this.named(tx, order, input);
    const from = { crewId: order.crewId, technicianId: order.technicianId };
    if (order.state === 'assigned' && from.crewId === whom.crewId && from.technicianId === whom.technicianId) throw dispatchErrors.alreadyTheirs();
    this.orders.advance(tx, order, act, { kind: 'assigned', how: 'by-hand', reason: null, from, choice: null }, {
      state,
      ...whom,
      offeredTo: [],
      choice: null,
    });
    return order;
  }

  private async named(tx: Transaction, order: WorkOrder, { crewId, technicianId }: AssignOrderDto): Promise<Whom> {
    if (!crewId && !technicianId) throw dispatchErrors.nobodyNamed();
    if (crewId && !(await this.crews.serves(tx, crewId, order.siteId))) throw dispatchErrors.crewUnknown();
    if (!technicianId) return { crewId: crewId!, technicianId: null };
    const theirs = await this.crews.ofPerson(tx, technicianId, order.siteId);
    const wanted = crewId ?? theirs.find((each) => each === order.crewId) ?? theirs[0];
    if (!wanted || !theirs.includes(wanted)) throw dispatchErrors.technicianUnknown();
    await assertStillHere(tx, technicianId, '/technicianId');
    return { crewId: wanted, technicianId };
  }
}
