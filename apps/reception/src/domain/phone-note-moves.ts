import { receptionErrors } from './errors';
import { afterPhoneNoteMove, phoneNoteMoveNames, phoneNoteMoves, phoneNoteStateNames, type PhoneNoteMove, type PhoneNoteState } from './phone-note-states';

/** Where a move leads. @throws phoneNoteMoveIllegal (409) naming the legal ones */
export function phoneNoteStateAfter(state: PhoneNoteState, move: PhoneNoteMove): PhoneNoteState {
  const next = afterPhoneNoteMove(state, move);
  if (next) return next;
  const legal = phoneNoteMoves.filter((each) => afterPhoneNoteMove(state, each) !== undefined).map((each) => phoneNoteMoveNames[each]);
  throw receptionErrors.phoneNoteMoveIllegal(phoneNoteStateNames[state], phoneNoteMoveNames[move], legal);
}
