import { ticketErrors, type Standing } from './errors';
import { afterMove, type RepairMove, type RepairState } from './repair-states';

/** Where a move leads. @throws illegalMove (409) naming the legal ones, and of a double the request that goes on */
export function stateAfter(request: Standing, move: RepairMove): RepairState {
  const next = afterMove(request.state, move);
  if (!next) throw ticketErrors.illegalMove(request, move);
  return next;
}
