import type { LoanForm } from '@property-office/contracts';
import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a loan (借阅): of paper, which is handed over and brought back, or digital, which is opened and ends. */
export const loanStates = ['asked', 'approved', 'refused', 'withdrawn', 'handed-over', 'recalled', 'returned', 'opened', 'ended'] as const;
export type LoanState = (typeof loanStates)[number];

export const loanStateNames: Record<LoanState, Localized> = {
  asked: { zh: '待审批', en: 'asked for' },
  approved: { zh: '待借出', en: 'approved' },
  refused: { zh: '未批准', en: 'refused' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  'handed-over': { zh: '借出', en: 'handed over' },
  recalled: { zh: '催还中', en: 'recalled' },
  returned: { zh: '已归还', en: 'returned' },
  opened: { zh: '电子借阅中', en: 'opened' },
  ended: { zh: '电子借阅已结束', en: 'ended' },
};

export const loanMoves = ['approve', 'refuse', 'withdraw', 'hand-over', 'open', 'extend', 'recall', 'bring-back', 'close'] as const;
export type LoanMove = (typeof loanMoves)[number];

export const loanMoveNames: Record<LoanMove, Localized> = {
  approve: { zh: '批准', en: 'approve' },
  refuse: { zh: '不批准', en: 'refuse' },
  withdraw: { zh: '撤销', en: 'withdraw' },
  'hand-over': { zh: '借出', en: 'hand over' },
  open: { zh: '开通电子借阅', en: 'open' },
  extend: { zh: '续借', en: 'extend' },
  recall: { zh: '催还', en: 'recall' },
  'bring-back': { zh: '归还验收', en: 'take back with an inspection' },
  close: { zh: '结束电子借阅', en: 'close' },
};

/** What is never refused: the time of a digital loan is over, or whoever borrows works here no longer. */
export const loanFacts = ['time-over', 'borrower-left'] as const;
export type LoanFact = (typeof loanFacts)[number];

interface Row<Trigger> {
  from: readonly LoanState[];
  trigger: Trigger;
  to: LoanState;
  /** Of loans in this form alone. */
  form?: LoanForm;
}

/** A recalled paper is not lent on: it comes back, and is asked for anew. */
export const loanMoveTable: ReadonlyArray<Row<LoanMove>> = [
  { from: ['asked'], trigger: 'approve', to: 'approved' },
  { from: ['asked'], trigger: 'refuse', to: 'refused' },
  { from: ['asked', 'approved'], trigger: 'withdraw', to: 'withdrawn' },
  { from: ['approved'], trigger: 'hand-over', to: 'handed-over', form: 'paper' },
  { from: ['approved'], trigger: 'open', to: 'opened', form: 'digital' },
  { from: ['handed-over'], trigger: 'extend', to: 'handed-over' },
  { from: ['opened'], trigger: 'extend', to: 'opened' },
  { from: ['handed-over'], trigger: 'recall', to: 'recalled' },
  { from: ['opened'], trigger: 'recall', to: 'ended' },
  { from: ['handed-over', 'recalled'], trigger: 'bring-back', to: 'returned' },
  { from: ['opened'], trigger: 'close', to: 'ended' },
];

/** Nothing is opened to who left; a paper they have is asked back. */
export const loanFactTable: ReadonlyArray<Row<LoanFact>> = [
  { from: ['opened'], trigger: 'time-over', to: 'ended' },
  { from: ['asked', 'approved'], trigger: 'borrower-left', to: 'withdrawn' },
  { from: ['opened'], trigger: 'borrower-left', to: 'ended' },
  { from: ['handed-over', 'recalled'], trigger: 'borrower-left', to: 'recalled' },
];

/** A paper is with its borrower. */
export const outStates: readonly LoanState[] = ['handed-over', 'recalled'];
/** Nothing comes after these. */
export const overStates: readonly LoanState[] = ['refused', 'withdrawn', 'returned', 'ended'];

export function afterLoanMove(state: LoanState, move: LoanMove, form: LoanForm): LoanState | undefined {
  return loanMoveTable.find((row) => row.trigger === move && row.from.includes(state) && (row.form ?? form) === form)?.to;
}

/** Where a fact leads, or undefined where it came too late. */
export function afterLoanFact(state: LoanState, fact: LoanFact): LoanState | undefined {
  return loanFactTable.find((row) => row.trigger === fact && row.from.includes(state))?.to;
}

export function legalLoanMoves(state: LoanState, form: LoanForm): LoanMove[] {
  return loanMoves.filter((move) => afterLoanMove(state, move, form));
}

/** The tables as the documents show them. */
export const loanMachine: StateMachine = {
  aggregate: 'loan',
  initial: 'asked',
  states: loanStateNames,
  moves: loanMoveTable,
  moveNames: loanMoveNames,
  facts: loanFactTable,
};
