import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a hand-over (移交): applied for, approved, its package sealed, and signed by giver, receiver and witness. */
export const handOverStates = ['applied', 'approved', 'sealed', 'handed-over', 'refused', 'withdrawn'] as const;
export type HandOverState = (typeof handOverStates)[number];

export const handOverStateNames: Record<HandOverState, Localized> = {
  applied: { zh: '待批准', en: 'applied for' },
  approved: { zh: '待封装', en: 'approved' },
  sealed: { zh: '已封装，待签收', en: 'sealed' },
  'handed-over': { zh: '已移交', en: 'handed over' },
  refused: { zh: '不予批准', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export const handOverMoves = ['approve', 'refuse', 'withdraw', 'name-party', 'seal', 'issue-link', 'revoke-link', 'sign'] as const;
export type HandOverMove = (typeof handOverMoves)[number];

export const handOverMoveNames: Record<HandOverMove, Localized> = {
  approve: { zh: '批准', en: 'approve' },
  refuse: { zh: '不予批准', en: 'refuse' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  'name-party': { zh: '指定接收人、监交人', en: 'name who receives or witnesses' },
  seal: { zh: '封装', en: 'seal the package' },
  'issue-link': { zh: '出具签收链接', en: 'issue a link for a signature' },
  'revoke-link': { zh: '收回签收链接', en: 'revoke a link' },
  sign: { zh: '签字', en: 'sign' },
};

interface Row {
  from: readonly HandOverState[];
  trigger: HandOverMove;
  to: HandOverState;
}

/** The first two signatures leave it sealed, the third hands it over. */
export const handOverMoveTable: readonly Row[] = [
  { from: ['applied'], trigger: 'approve', to: 'approved' },
  { from: ['applied'], trigger: 'refuse', to: 'refused' },
  { from: ['applied', 'approved', 'sealed'], trigger: 'withdraw', to: 'withdrawn' },
  { from: ['applied'], trigger: 'name-party', to: 'applied' },
  { from: ['approved'], trigger: 'name-party', to: 'approved' },
  { from: ['sealed'], trigger: 'name-party', to: 'sealed' },
  { from: ['approved'], trigger: 'seal', to: 'sealed' },
  { from: ['sealed'], trigger: 'issue-link', to: 'sealed' },
  { from: ['sealed'], trigger: 'revoke-link', to: 'sealed' },
  { from: ['sealed'], trigger: 'sign', to: 'sealed' },
  { from: ['sealed'], trigger: 'sign', to: 'handed-over' },
];

/** There is a package. */
export const packedStates: readonly HandOverState[] = ['sealed', 'handed-over'];

/** Where a move leads; of a signature, where the first one does. */
export function afterHandOverMove(state: HandOverState, move: HandOverMove): HandOverState | undefined {
  return handOverMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalHandOverMoves(state: HandOverState): HandOverMove[] {
  return handOverMoves.filter((move) => afterHandOverMove(state, move));
}

/** The table as the documents show it. No other service says a fact that moves it. */
export const handOverMachine: StateMachine = {
  aggregate: 'hand-over',
  initial: 'applied',
  states: handOverStateNames,
  moves: handOverMoveTable,
  moveNames: handOverMoveNames,
  facts: [],
};
