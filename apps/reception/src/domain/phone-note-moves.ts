import type { Role } from '@property-office/contracts';
import { receptionErrors } from './errors';
import { afterPhoneNoteMove, phoneNoteMoveNames, phoneNoteMoves, phoneNoteStateNames, type PhoneNoteMove, type PhoneNoteState } from './phone-note-states';

/** Where a move leads. @throws phoneNoteMoveIllegal (409) naming the legal ones */
export function phoneNoteStateAfter(state: PhoneNoteState, move: PhoneNoteMove): PhoneNoteState {
  const next = afterPhoneNoteMove(state, move);
  if (next) return next;
  const legal = phoneNoteMoves.filter((each) => afterPhoneNoteMove(state, each) !== undefined).map((each) => phoneNoteMoveNames[each]);
  throw receptionErrors.phoneNoteMoveIllegal(phoneNoteStateNames[state], phoneNoteMoveNames[move], legal);
}

const leads: readonly Role[] = ['desk-lead', 'duty-officer', 'director'];

/** Who sends a note to somebody else: whoever left it, or a lead in their place, as when they have left the office. */
export function mayReaddress({ fromPersonId }: { fromPersonId: string }, personId: string, roles: ReadonlySet<Role>): boolean {
  return fromPersonId === personId || leads.some((role) => roles.has(role));
}
