import type { OutgoingKind } from '@property-office/contracts';
import type { Localized, StateMachine } from '@property-office/kernel';

/** States of an outgoing document (发文), as people see them. */
export const outgoingStates = [
  'drafted',
  'submitted',
  'reviewed',
  'to-sign',
  'signed-off',
  'checked',
  'numbered',
  'printed',
  'sealed',
  'released',
  'filed',
  'discarded',
  'voided',
] as const;
export type OutgoingState = (typeof outgoingStates)[number];

export const outgoingStateNames: Record<OutgoingState, Localized> = {
  drafted: { zh: '拟稿中', en: 'drafted' },
  submitted: { zh: '待核稿', en: 'to be reviewed' },
  reviewed: { zh: '会签中', en: 'being countersigned' },
  'to-sign': { zh: '待签发', en: 'to be signed off' },
  'signed-off': { zh: '已签发', en: 'signed off' },
  checked: { zh: '已复核', en: 'checked' },
  numbered: { zh: '已编号', en: 'numbered' },
  printed: { zh: '已印制', en: 'printed' },
  sealed: { zh: '已用印', en: 'sealed' },
  released: { zh: '已发出', en: 'released' },
  filed: { zh: '已归档', en: 'filed' },
  discarded: { zh: '已撤销', en: 'discarded' },
  voided: { zh: '已作废', en: 'void' },
};

/** It is discarded, or void with its number: nothing comes of it any more. */
export const isGivenUp = (state: OutgoingState): boolean => state === 'discarded' || state === 'voided';

export const outgoingMoves = [
  'edit',
  'submit',
  'return',
  'review',
  'review-last',
  'countersign',
  'countersign-last',
  'sign',
  'check',
  'correct',
  'change-substance',
  'number',
  'print',
  'approve-seal',
  'use-seal',
  'release',
  'release-unsealed',
  'record-receipt',
  'file',
  'discard',
  'void',
] as const;
export type OutgoingMove = (typeof outgoingMoves)[number];

export const outgoingMoveNames: Record<OutgoingMove, Localized> = {
  edit: { zh: '修改草稿', en: 'edit the draft' },
  submit: { zh: '送核', en: 'submit' },
  return: { zh: '退回拟稿', en: 'return to its drafter' },
  review: { zh: '核稿并送会签', en: 'review' },
  'review-last': { zh: '核稿并送签发', en: 'review for sign-off' },
  countersign: { zh: '会签', en: 'countersign' },
  'countersign-last': { zh: '会签完毕', en: 'countersign as the last' },
  sign: { zh: '签发', en: 'sign off' },
  check: { zh: '复核', en: 'check' },
  correct: { zh: '订正排版标点', en: 'correct its typography' },
  'change-substance': { zh: '修改内容并退回签发人', en: 'change its substance, for its signer' },
  number: { zh: '编号登记', en: 'number and register' },
  print: { zh: '印制', en: 'print' },
  'approve-seal': { zh: '批准用印', en: 'approve the seal' },
  'use-seal': { zh: '用印', en: 'use the seal' },
  release: { zh: '发出', en: 'release' },
  'release-unsealed': { zh: '发出（不用印）', en: 'release without a seal' },
  'record-receipt': { zh: '登记签收', en: 'record a receipt' },
  file: { zh: '归档', en: 'file' },
  discard: { zh: '撤销', en: 'discard' },
  void: { zh: '作废', en: 'void' },
};

interface Row {
  from: readonly OutgoingState[];
  trigger: OutgoingMove;
  to: OutgoingState;
}

/** What people do. A text that was signed off is changed until it is sealed: its typography, or with a new signature. */
export const outgoingMoveTable: readonly Row[] = [
  { from: ['drafted'], trigger: 'edit', to: 'drafted' },
  { from: ['drafted'], trigger: 'submit', to: 'submitted' },
  { from: ['submitted', 'reviewed', 'to-sign'], trigger: 'return', to: 'drafted' },
  { from: ['submitted'], trigger: 'review', to: 'reviewed' },
  { from: ['submitted'], trigger: 'review-last', to: 'to-sign' },
  { from: ['reviewed'], trigger: 'countersign', to: 'reviewed' },
  { from: ['reviewed'], trigger: 'countersign-last', to: 'to-sign' },
  { from: ['to-sign'], trigger: 'sign', to: 'signed-off' },
  { from: ['signed-off'], trigger: 'check', to: 'checked' },
  { from: ['signed-off'], trigger: 'correct', to: 'signed-off' },
  { from: ['checked'], trigger: 'correct', to: 'checked' },
  // What was printed with the mistake is printed again.
  { from: ['numbered', 'printed'], trigger: 'correct', to: 'numbered' },
  { from: ['signed-off', 'checked', 'numbered', 'printed'], trigger: 'change-substance', to: 'to-sign' },
  { from: ['checked'], trigger: 'number', to: 'numbered' },
  { from: ['numbered', 'printed'], trigger: 'print', to: 'printed' },
  { from: ['printed'], trigger: 'approve-seal', to: 'printed' },
  { from: ['printed'], trigger: 'use-seal', to: 'sealed' },
  { from: ['sealed'], trigger: 'release', to: 'released' },
  { from: ['printed'], trigger: 'release-unsealed', to: 'released' },
  { from: ['released'], trigger: 'record-receipt', to: 'released' },
  { from: ['released'], trigger: 'file', to: 'filed' },
  { from: ['drafted', 'submitted', 'reviewed', 'to-sign', 'signed-off', 'checked'], trigger: 'discard', to: 'discarded' },
  { from: ['drafted', 'submitted', 'reviewed', 'to-sign', 'signed-off', 'checked', 'numbered', 'printed', 'sealed'], trigger: 'void', to: 'voided' },
];

export function afterOutgoingMove(state: OutgoingState, move: OutgoingMove): OutgoingState | undefined {
  return outgoingMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** All but minutes, which go out as they are printed (纪要不加盖印章). */
export const bearsSeal = (kind: OutgoingKind): boolean => kind !== 'minutes';

export interface Moved {
  state: OutgoingState;
  kind: OutgoingKind;
  /** It stands in a register, also while it is signed anew: then it is void with its number, otherwise discarded. */
  number: string | null;
}

export function legalOutgoingMoves({ state, kind, number }: Moved): OutgoingMove[] {
  const not: OutgoingMove[] = [number === null ? 'void' : 'discard', ...(bearsSeal(kind) ? (['release-unsealed'] as const) : (['approve-seal', 'use-seal'] as const))];
  return outgoingMoves.filter((move) => !not.includes(move) && afterOutgoingMove(state, move) !== undefined);
}

/** The table as the documents show it. */
export const outgoingMachine: StateMachine = {
  aggregate: 'outgoing-document',
  initial: 'drafted',
  states: outgoingStateNames,
  moves: outgoingMoveTable,
  moveNames: outgoingMoveNames,
  facts: [],
};
