import type { Localized, StateMachine } from '@property-office/kernel';

/** States of copies of a record (复制): asked for, approved, made with a number each, handed over. */
export const copyStates = ['asked', 'approved', 'refused', 'withdrawn', 'made', 'handed-over'] as const;
export type CopyState = (typeof copyStates)[number];

export const copyStateNames: Record<CopyState, Localized> = {
  asked: { zh: '待审批', en: 'asked for' },
  approved: { zh: '待复制', en: 'approved' },
  refused: { zh: '未批准', en: 'refused' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  made: { zh: '已复制', en: 'made' },
  'handed-over': { zh: '已交付', en: 'handed over' },
};

export const copyMoves = ['approve', 'refuse', 'withdraw', 'make', 'hand-over'] as const;
export type CopyMove = (typeof copyMoves)[number];

export const copyMoveNames: Record<CopyMove, Localized> = {
  approve: { zh: '批准', en: 'approve' },
  refuse: { zh: '不批准', en: 'refuse' },
  withdraw: { zh: '撤销', en: 'withdraw' },
  make: { zh: '复制', en: 'make' },
  'hand-over': { zh: '交付', en: 'hand over' },
};

interface Row {
  from: readonly CopyState[];
  trigger: CopyMove;
  to: CopyState;
}

/** What was made is counted for good: nothing leads back. */
export const copyMoveTable: readonly Row[] = [
  { from: ['asked'], trigger: 'approve', to: 'approved' },
  { from: ['asked'], trigger: 'refuse', to: 'refused' },
  { from: ['asked', 'approved'], trigger: 'withdraw', to: 'withdrawn' },
  { from: ['approved'], trigger: 'make', to: 'made' },
  { from: ['made'], trigger: 'hand-over', to: 'handed-over' },
];

/** Nothing comes after these. */
export const overCopyStates: readonly CopyState[] = ['refused', 'withdrawn', 'handed-over'];

export function afterCopyMove(state: CopyState, move: CopyMove): CopyState | undefined {
  return copyMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalCopyMoves(state: CopyState): CopyMove[] {
  return copyMoves.filter((move) => afterCopyMove(state, move));
}

/** The table as the documents show it. */
export const copyMachine: StateMachine = {
  aggregate: 'record-copy',
  initial: 'asked',
  states: copyStateNames,
  moves: copyMoveTable,
  moveNames: copyMoveNames,
  facts: [],
};
