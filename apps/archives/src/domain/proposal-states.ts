import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a proposal (归档建议). */
export const proposalStates = ['proposed', 'accepted', 'returned'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalStateNames: Record<ProposalState, Localized> = {
  proposed: { zh: '待归档', en: 'proposed' },
  accepted: { zh: '已归档', en: 'accepted' },
  returned: { zh: '已退回', en: 'returned' },
};

export const proposalMoves = ['accept', 'return', 'propose-again'] as const;
export type ProposalMove = (typeof proposalMoves)[number];

export const proposalMoveNames: Record<ProposalMove, Localized> = {
  accept: { zh: '归档', en: 'accept' },
  return: { zh: '退回', en: 'return' },
  'propose-again': { zh: '重新提交', en: 'propose again' },
};

interface Row {
  from: readonly ProposalState[];
  trigger: ProposalMove;
  to: ProposalState;
}

/** What is a record is one for good: no move leads out of it. */
export const proposalMoveTable: readonly Row[] = [
  { from: ['proposed'], trigger: 'accept', to: 'accepted' },
  { from: ['proposed'], trigger: 'return', to: 'returned' },
  { from: ['returned'], trigger: 'propose-again', to: 'proposed' },
];

export function afterProposalMove(state: ProposalState, move: ProposalMove): ProposalState | undefined {
  return proposalMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalProposalMoves(state: ProposalState): ProposalMove[] {
  return proposalMoves.filter((move) => afterProposalMove(state, move));
}

/** The table as the documents show it. */
export const proposalMachine: StateMachine = {
  aggregate: 'record-proposal',
  initial: 'proposed',
  states: proposalStateNames,
  moves: proposalMoveTable,
  moveNames: proposalMoveNames,
  facts: [],
};
