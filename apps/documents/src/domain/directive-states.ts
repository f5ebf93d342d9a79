import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a directive (上级指示): it waits until everybody it is addressed to has acknowledged it. What it says never changes. */
export const directiveStates = ['given', 'acknowledged', 'withdrawn', 'replaced'] as const;
export type DirectiveState = (typeof directiveStates)[number];

export const directiveStateNames: Record<DirectiveState, Localized> = {
  given: { zh: '待确认', en: 'given' },
  acknowledged: { zh: '全部确认', en: 'acknowledged by all' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  replaced: { zh: '已由新指示替代', en: 'replaced by a new one' },
};

export const directiveMoves = ['acknowledge', 'withdraw', 'correct'] as const;
export type DirectiveMove = (typeof directiveMoves)[number];
/** The last one to acknowledge does what everybody does, and ends the waiting. */
type DirectiveTrigger = DirectiveMove | 'acknowledge-last';

export const directiveMoveNames: Record<DirectiveTrigger, Localized> = {
  acknowledge: { zh: '确认', en: 'acknowledge' },
  'acknowledge-last': { zh: '最后一人确认', en: 'acknowledge as the last' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  correct: { zh: '以新指示更正', en: 'correct by a new one' },
};

interface Row {
  from: readonly DirectiveState[];
  trigger: DirectiveTrigger;
  to: DirectiveState;
}

/** What everybody has acknowledged may still turn out to be wrong. */
export const directiveMoveTable: readonly Row[] = [
  { from: ['given'], trigger: 'acknowledge', to: 'given' },
  { from: ['given'], trigger: 'acknowledge-last', to: 'acknowledged' },
  { from: ['given', 'acknowledged'], trigger: 'withdraw', to: 'withdrawn' },
  { from: ['given', 'acknowledged'], trigger: 'correct', to: 'replaced' },
];

export function afterDirective(state: DirectiveState, trigger: DirectiveTrigger): DirectiveState | undefined {
  return directiveMoveTable.find((row) => row.trigger === trigger && row.from.includes(state))?.to;
}

export function legalDirectiveMoves(state: DirectiveState): DirectiveMove[] {
  return directiveMoves.filter((move) => afterDirective(state, move));
}

/** The table as the documents show it. */
export const directiveMachine: StateMachine = {
  aggregate: 'directive',
  initial: 'given',
  states: directiveStateNames,
  moves: directiveMoveTable,
  moveNames: directiveMoveNames,
  facts: [],
};
