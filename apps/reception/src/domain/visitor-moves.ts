import { receptionErrors } from './errors';
import { afterVisitorMove, visitorMoveNames, visitorMoves, visitorStateNames, type VisitorMove, type VisitorState } from './visitor-states';

/** Where a move leads. @throws visitorMoveIllegal (409) naming the legal ones */
export function visitorStateAfter(state: VisitorState, move: VisitorMove): VisitorState {
  const next = afterVisitorMove(state, move);
  if (next) return next;
  const legal = visitorMoves.filter((each) => afterVisitorMove(state, each) !== undefined).map((each) => visitorMoveNames[each]);
  throw receptionErrors.visitorMoveIllegal(visitorStateNames[state], visitorMoveNames[move], legal);
}
