import { ticketErrors } from './errors';
import { afterMove, type RepairMove, type RepairState } from './repair-states';

/** Where a move leads. @throws illegalMove (409) naming the legal ones */
export function stateAfter(state: RepairState, move: RepairMove): RepairState {
  const next = afterMove(state, move);
  if (!next) throw ticketErrors.illegalMove(state, move);
  return next;
}
