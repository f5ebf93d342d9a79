import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a measure against a cause (R3.3): done by its owner, reviewed by somebody else, also where it was not done. */
export const measureStates = ['set', 'done', 'reviewed'] as const;
export type MeasureState = (typeof measureStates)[number];

export const stateNames: Record<MeasureState, Localized> = {
  set: { zh: '已安排', en: 'set' },
  done: { zh: '已落实', en: 'done' },
  reviewed: { zh: '已复盘', en: 'reviewed' },
};

export const measureMoves = ['assign', 'finish', 'review'] as const;
export type MeasureMove = (typeof measureMoves)[number];

export const moveNames: Record<MeasureMove, Localized> = {
  assign: { zh: '改由他人落实', en: 'give it to somebody else' },
  finish: { zh: '登记已落实', en: 'record that it is done' },
  review: { zh: '复盘', en: 'review' },
};

interface Row {
  from: readonly MeasureState[];
  trigger: MeasureMove;
  to: MeasureState;
}

export const moveTable: readonly Row[] = [
  { from: ['set'], trigger: 'assign', to: 'set' },
  { from: ['set'], trigger: 'finish', to: 'done' },
  { from: ['set', 'done'], trigger: 'review', to: 'reviewed' },
];

export function afterMove(state: MeasureState, move: MeasureMove): MeasureState | undefined {
  return moveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalMoves(state: MeasureState): MeasureMove[] {
  return measureMoves.filter((move) => afterMove(state, move) !== undefined);
}

/** The table as the documents show it. */
export const measureMachine: StateMachine = {
  aggregate: 'cause-measure',
  initial: 'set',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: [],
};
