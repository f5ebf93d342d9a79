import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a suggestion (W2.3): adopted with plan and owner, or declined with a reason, then answered. */
export const suggestionStates = ['recorded', 'reviewed', 'adopted', 'declined', 'answered', 'carried-out'] as const;
export type SuggestionState = (typeof suggestionStates)[number];

export const stateNames: Record<SuggestionState, Localized> = {
  recorded: { zh: '已登记', en: 'recorded' },
  reviewed: { zh: '已评审', en: 'reviewed' },
  adopted: { zh: '已采纳', en: 'adopted' },
  declined: { zh: '未采纳', en: 'declined' },
  answered: { zh: '已答复', en: 'answered' },
  'carried-out': { zh: '已落实', en: 'carried out' },
};

export const suggestionMoves = ['review', 'adopt', 'decline', 'answer', 'carry-out'] as const;
export type SuggestionMove = (typeof suggestionMoves)[number];

export const moveNames: Record<SuggestionMove, Localized> = {
  review: { zh: '评审', en: 'review' },
  adopt: { zh: '采纳', en: 'adopt' },
  decline: { zh: '不采纳', en: 'decline' },
  answer: { zh: '答复', en: 'answer' },
  'carry-out': { zh: '登记落实情况', en: 'record what came of it' },
};

interface Row {
  from: readonly SuggestionState[];
  trigger: SuggestionMove;
  to: SuggestionState;
}

/** Only an adopted suggestion is carried out, and only after its answer. */
export const moveTable: readonly Row[] = [
  { from: ['recorded'], trigger: 'review', to: 'reviewed' },
  { from: ['reviewed'], trigger: 'adopt', to: 'adopted' },
  { from: ['reviewed'], trigger: 'decline', to: 'declined' },
  { from: ['adopted', 'declined'], trigger: 'answer', to: 'answered' },
  { from: ['answered'], trigger: 'carry-out', to: 'carried-out' },
];

export function afterMove(state: SuggestionState, move: SuggestionMove): SuggestionState | undefined {
  return moveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** Whoever made it knows the outcome. */
export function isAnswered(state: SuggestionState): boolean {
  return state === 'answered' || state === 'carried-out';
}

export function legalMoves(state: SuggestionState): SuggestionMove[] {
  return suggestionMoves.filter((move) => afterMove(state, move) !== undefined);
}

export const suggestionMachine: StateMachine = {
  aggregate: 'suggestion',
  initial: 'recorded',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: [],
};
