import { afterMove, legalMoves, moveNames, stateNames, type ContactMove, type ContactState } from './contact-states';
import { receptionErrors } from './errors';

/** Where a move leads. @throws contactMoveIllegal (409) naming the legal ones */
export function stateAfter(state: ContactState, move: ContactMove): ContactState {
  const next = afterMove(state, move);
  if (next) return next;
  throw receptionErrors.contactMoveIllegal(
    stateNames[state],
    moveNames[move],
    legalMoves(state).map((each) => moveNames[each]),
  );
}
