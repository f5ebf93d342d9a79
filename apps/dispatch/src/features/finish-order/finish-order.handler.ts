import { Injectable } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act, CommandContext } from '@property-office/service-kit';
import { dispatchErrors } from '../../domain/errors';
import { stateAfter } from '../../domain/moves';
import { requireOwn } from '../../domain/own-work';
import { Crews } from '../../persistence/crews';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';
import { furtherOrder } from '../begin-episode/new-order';
import { DispatchOrder } from '../dispatch-order/dispatch-order';
import type { FinishOrderDto, FurtherOrderDto } from './finish-order.dto';

/** The work of an order is done; another trade or visit it shows to be needed is ordered in the same breath. */
@Injectable()
export class FinishOrderHandler {
  constructor(
    private readonly orders: WorkOrders,
    private readonly crews: Crews,
    private readonly dispatching: DispatchOrder,
  ) {}

  /** @throws unknown (404), illegalMove (409), somebodyElses (403), helperUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: FinishOrderDto): Promise<WorkOrder> {
    const { order, act } = await this.orders.lockForAct(tx, command, id, input);
    const state = stateAfter(order.state, 'finish');
    requireOwn(order, act.actor);
    const { workDone, attachmentIds = [], materials = [], helperIds = [] } = input;
    await this.checkHelpers(tx, order, helperIds);
    // Before the finished event: it says how many orders of the episode are left.
    if (input.furtherOrder) await this.orderFurther(tx, order, input.furtherOrder, act);
    const remaining = await this.orders.othersUnfinished(tx, order);
    const workerIds = [...new Set([...(await this.orders.workersOf(tx, order)), act.actor.personId, ...helperIds])];
    const result = { workDone, attachmentIds, helperIds, materials: materials.map(({ name, quantity }) => ({ name, quantity })) };
    this.orders.advance(tx, order, act, { kind: 'finished', remaining, workerIds }, { state, ...result });
    return order;
  }

  /** Whoever helped must not follow the work up later: a wrong id would let them. */
  private async checkHelpers(tx: Transaction, order: WorkOrder, helperIds: readonly string[]): Promise<void> {
    const members = await this.crews.membersAmong(tx, helperIds, order.siteId);
    if (helperIds.some((id) => !members.has(id) || id === order.technicianId)) throw dispatchErrors.helperUnknown();
  }

  private async orderFurther(tx: Transaction, order: WorkOrder, wanted: FurtherOrderDto, act: Act): Promise<void> {
    const further = await furtherOrder(tx, order, wanted, act.happenedAt);
    this.orders.insert(tx, further, act);
    await this.dispatching.execute(tx, further, { actor: systemActor, happenedAt: act.happenedAt });
  }
}
