import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a contact (W2.1). Whoever it belongs to is told apart from these: it has an owner in each of them. */
export const contactStates = ['open', 'offered', 'answered', 'guided-elsewhere', 'converted'] as const;
export type ContactState = (typeof contactStates)[number];

export const stateNames: Record<ContactState, Localized> = {
  open: { zh: '处理中', en: 'open' },
  offered: { zh: '待接手', en: 'offered to a colleague' },
  answered: { zh: '已答复', en: 'answered' },
  'guided-elsewhere': { zh: '已指引', en: 'guided elsewhere' },
  converted: { zh: '已转办', en: 'converted' },
};

export const contactMoves = ['offer', 'call-lead', 'accept', 'return', 'answer', 'guide', 'convert'] as const;
export type ContactMove = (typeof contactMoves)[number];

export const moveNames: Record<ContactMove, Localized> = {
  offer: { zh: '移交同事', en: 'offer to a colleague' },
  'call-lead': { zh: '请主管接手', en: 'call the lead' },
  accept: { zh: '接手', en: 'accept' },
  return: { zh: '退回', en: 'return' },
  answer: { zh: '答复', en: 'answer' },
  guide: { zh: '指引到别处', en: 'guide elsewhere' },
  convert: { zh: '转办', en: 'convert' },
};

interface Row {
  from: readonly ContactState[];
  trigger: ContactMove;
  to: ContactState;
}

/** Until somebody has accepted, the owner goes on: they may offer it to somebody else, or end it themselves. */
const inHand: readonly ContactState[] = ['open', 'offered'];

export const moveTable: readonly Row[] = [
  { from: inHand, trigger: 'offer', to: 'offered' },
  { from: inHand, trigger: 'call-lead', to: 'offered' },
  { from: ['offered'], trigger: 'accept', to: 'open' },
  { from: ['offered'], trigger: 'return', to: 'open' },
  { from: inHand, trigger: 'answer', to: 'answered' },
  { from: inHand, trigger: 'guide', to: 'guided-elsewhere' },
  { from: inHand, trigger: 'convert', to: 'converted' },
];

export function afterMove(state: ContactState, move: ContactMove): ContactState | undefined {
  return moveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalMoves(state: ContactState): ContactMove[] {
  return contactMoves.filter((move) => afterMove(state, move) !== undefined);
}

/** The table as the documents show it. */
export const contactMachine: StateMachine = {
  aggregate: 'contact',
  initial: 'open',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: [],
};
