import type { Localized, StateMachine } from '@property-office/kernel';

/** States of an appraisal (鉴定). */
export const appraisalStates = ['open', 'concluded', 'withdrawn'] as const;
export type AppraisalState = (typeof appraisalStates)[number];

export const appraisalStateNames: Record<AppraisalState, Localized> = {
  open: { zh: '鉴定中', en: 'open' },
  concluded: { zh: '已鉴定', en: 'concluded' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
};

export const appraisalMoves = ['give-opinion', 'conclude', 'withdraw'] as const;
export type AppraisalMove = (typeof appraisalMoves)[number];

export const appraisalMoveNames: Record<AppraisalMove, Localized> = {
  'give-opinion': { zh: '提出鉴定意见', en: 'give an opinion' },
  conclude: { zh: '作出鉴定结论', en: 'conclude' },
  withdraw: { zh: '撤销鉴定', en: 'withdraw' },
};

interface Row {
  from: readonly AppraisalState[];
  trigger: AppraisalMove;
  to: AppraisalState;
}

export const appraisalMoveTable: readonly Row[] = [
  { from: ['open'], trigger: 'give-opinion', to: 'open' },
  { from: ['open'], trigger: 'conclude', to: 'concluded' },
  { from: ['open'], trigger: 'withdraw', to: 'withdrawn' },
];

export function afterAppraisalMove(state: AppraisalState, move: AppraisalMove): AppraisalState | undefined {
  return appraisalMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalAppraisalMoves(state: AppraisalState): AppraisalMove[] {
  return appraisalMoves.filter((move) => afterAppraisalMove(state, move));
}

/** The table as the documents show it. */
export const appraisalMachine: StateMachine = {
  aggregate: 'appraisal',
  initial: 'open',
  states: appraisalStateNames,
  moves: appraisalMoveTable,
  moveNames: appraisalMoveNames,
  facts: [],
};
