import { dispatchErrors } from './errors';
import { afterFact, afterMove, type WorkOrderFact, type WorkOrderMove, type WorkOrderState } from './work-order-states';

/** Where a move leads. @throws illegalMove (409) naming the legal ones */
export function stateAfter(state: WorkOrderState, move: WorkOrderMove): WorkOrderState {
  const next = afterMove(state, move);
  if (!next) throw dispatchErrors.illegalMove(state, move);
  return next;
}

/** Where a step of dispatching leads, of an order known to be ready for it. */
export function stateAfterStep(state: WorkOrderState, fact: WorkOrderFact): WorkOrderState {
  const next = afterFact(state, fact);
  if (!next) throw new Error(`a work order that is ${state} knows no ${fact}`);
  return next;
}
