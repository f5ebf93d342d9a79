import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a destruction list (销毁清册). */
export const destructionStates = ['applied', 'approved', 'witnessed', 'carried-out', 'certified', 'refused', 'withdrawn'] as const;
export type DestructionState = (typeof destructionStates)[number];

export const destructionStateNames: Record<DestructionState, Localized> = {
  applied: { zh: '待批准', en: 'applied for' },
  approved: { zh: '待监销', en: 'approved' },
  witnessed: { zh: '待销毁', en: 'witnessed' },
  'carried-out': { zh: '已销毁，清除文件中', en: 'carried out' },
  certified: { zh: '已销毁', en: 'certified' },
  refused: { zh: '不予批准', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export const destructionMoves = ['approve', 'refuse', 'withdraw', 'name-witness', 'issue-link', 'revoke-link', 'witness', 'carry-out'] as const;
export type DestructionMove = (typeof destructionMoves)[number];

export const destructionMoveNames: Record<DestructionMove, Localized> = {
  approve: { zh: '批准', en: 'approve' },
  refuse: { zh: '不予批准', en: 'refuse' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  'name-witness': { zh: '指定监销人', en: 'name a witness' },
  'issue-link': { zh: '出具监销链接', en: 'issue a link for a witness' },
  'revoke-link': { zh: '收回监销链接', en: 'revoke a link' },
  witness: { zh: '监销签字', en: 'sign as a witness' },
  'carry-out': { zh: '执行销毁', en: 'carry out' },
};

/** Files has said of the last record what became of its bytes; an older backup was restored, and the register outside knows of the destruction. */
export type DestructionFact = 'contents-wiped' | 'register-reapplied';

interface Row<Trigger> {
  from: readonly DestructionState[];
  trigger: Trigger;
  to: DestructionState;
}

/** The first witness leaves it approved, the second makes it witnessed. */
export const destructionMoveTable: ReadonlyArray<Row<DestructionMove>> = [
  { from: ['applied'], trigger: 'approve', to: 'approved' },
  { from: ['applied'], trigger: 'refuse', to: 'refused' },
  { from: ['applied', 'approved', 'witnessed'], trigger: 'withdraw', to: 'withdrawn' },
  { from: ['applied'], trigger: 'name-witness', to: 'applied' },
  { from: ['approved'], trigger: 'name-witness', to: 'approved' },
  { from: ['approved'], trigger: 'issue-link', to: 'approved' },
  { from: ['approved'], trigger: 'revoke-link', to: 'approved' },
  { from: ['approved'], trigger: 'witness', to: 'approved' },
  { from: ['approved'], trigger: 'witness', to: 'witnessed' },
  { from: ['witnessed'], trigger: 'carry-out', to: 'carried-out' },
];

export const destructionFactTable: ReadonlyArray<Row<DestructionFact>> = [
  { from: ['carried-out'], trigger: 'contents-wiped', to: 'certified' },
  { from: ['applied', 'approved', 'witnessed', 'carried-out'], trigger: 'register-reapplied', to: 'certified' },
];

/** Where a move leads; of a witness, where the first one's does. */
export function afterDestructionMove(state: DestructionState, move: DestructionMove): DestructionState | undefined {
  return destructionMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function afterDestructionFact(state: DestructionState, fact: DestructionFact): DestructionState | undefined {
  return destructionFactTable.find((row) => row.trigger === fact && row.from.includes(state))?.to;
}

export function legalDestructionMoves(state: DestructionState): DestructionMove[] {
  return destructionMoves.filter((move) => afterDestructionMove(state, move));
}

/** The tables as the documents show them. */
export const destructionMachine: StateMachine = {
  aggregate: 'destruction',
  initial: 'applied',
  states: destructionStateNames,
  moves: destructionMoveTable,
  moveNames: destructionMoveNames,
  facts: destructionFactTable,
};
