import { Injectable } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { afterCorrection, correctedFacts, toCorrect, type CopiedFacts, type Corrections } from '../../domain/corrections';
import { unfinishedStates } from '../../domain/work-order-states';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';
import { DispatchOrder } from '../dispatch-order/dispatch-order';

/** Makes a locked order say what its request was corrected to; what is finished or withdrawn stays as it was. */
@Injectable()
export class RewriteOrder {
  constructor(
    private readonly orders: WorkOrders,
    private readonly dispatching: DispatchOrder,
  ) {}

  /** @returns whether it was dispatched anew: another trade is needed, and nobody had accepted */
  async execute(tx: Transaction, order: WorkOrder, corrections: Corrections, act: Act): Promise<boolean> {
    if (!unfinishedStates.includes(order.state)) return false;
    const facts = factsOf(order);
    const changed = toCorrect(facts, order.first, corrections);
    if (changed.length === 0) return false;
    const should = correctedFacts(facts, corrections);
    const rewritten = columnsOf(Object.fromEntries(changed.map((fact) => [fact, should[fact]])));
    const state = afterCorrection(order.state, changed);
    if (!state) {
      this.orders.advance(tx, order, act, { kind: 'corrected', changed, anew: false }, rewritten);
      return false;
    }
    // Whoever handed it back handed back another job.
    const nobodys = { crewId: null, technicianId: null, offeredTo: [], declinedBy: [], choice: null };
    this.orders.advance(tx, order, act, { kind: 'corrected', changed, anew: true }, { ...rewritten, ...nobodys, state });
    await this.dispatching.execute(tx, order, { actor: systemActor, happenedAt: act.happenedAt });
    return true;
  }
}

function factsOf({ category, repairClass, mode, skill, locationKind, locationId, description }: WorkOrder): CopiedFacts {
  return { category, repairClass, mode, skill, location: { kind: locationKind, id: locationId }, description };
}

function columnsOf({ location, ...plain }: Partial<CopiedFacts>): Partial<WorkOrder> {
  return { ...plain, ...(location && { locationKind: location.kind, locationId: location.id }) };
}
