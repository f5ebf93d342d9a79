import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a phone note (电话转告单). */
export const phoneNoteStates = ['left', 'acknowledged', 'returned'] as const;
export type PhoneNoteState = (typeof phoneNoteStates)[number];

export const phoneNoteStateNames: Record<PhoneNoteState, Localized> = {
  left: { zh: '待确认', en: 'left' },
  acknowledged: { zh: '已确认', en: 'acknowledged' },
  returned: { zh: '已退回', en: 'returned' },
};

export const phoneNoteMoves = ['acknowledge', 'return', 'readdress'] as const;
export type PhoneNoteMove = (typeof phoneNoteMoves)[number];

export const phoneNoteMoveNames: Record<PhoneNoteMove, Localized> = {
  acknowledge: { zh: '确认收到', en: 'acknowledge' },
  return: { zh: '退回', en: 'return' },
  readdress: { zh: '改转他人', en: 'readdress' },
};

interface Row {
  from: readonly PhoneNoteState[];
  trigger: PhoneNoteMove;
  to: PhoneNoteState;
}

export const phoneNoteMoveTable: readonly Row[] = [
  { from: ['left'], trigger: 'acknowledge', to: 'acknowledged' },
  { from: ['left'], trigger: 'return', to: 'returned' },
  { from: ['left', 'returned'], trigger: 'readdress', to: 'left' },
];

export function afterPhoneNoteMove(state: PhoneNoteState, move: PhoneNoteMove): PhoneNoteState | undefined {
  return phoneNoteMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** The table as the documents show it. */
export const phoneNoteMachine: StateMachine = {
  aggregate: 'phone-note',
  initial: 'left',
  states: phoneNoteStateNames,
  moves: phoneNoteMoveTable,
  moveNames: phoneNoteMoveNames,
  facts: [],
};
