import type { Localized, StateMachine } from '@property-office/kernel';

/** How something that was escalated to a person stands with that person. */
export const escalationStates = ['open', 'acknowledged', 'acted'] as const;
export type EscalationState = (typeof escalationStates)[number];

export const escalationMoves = ['acknowledge', 'act'] as const;
export type EscalationMove = (typeof escalationMoves)[number];

const stateNames: Record<EscalationState, Localized> = {
  open: { zh: '待处理', en: 'open' },
  acknowledged: { zh: '已知悉', en: 'acknowledged' },
  acted: { zh: '已处理', en: 'acted on' },
};
const moveNames: Record<EscalationMove, Localized> = {
  acknowledge: { zh: '知悉', en: 'acknowledge' },
  act: { zh: '登记处理情况', en: 'say what was done' },
};

/** More may be done, and said, about a thing that was acted on. */
const moveTable: StateMachine['moves'] = [
  { from: ['open'], trigger: 'acknowledge', to: 'acknowledged' },
  { from: ['open', 'acknowledged', 'acted'], trigger: 'act', to: 'acted' },
];

/** Where a move leads, or undefined when the state does not allow it. */
export function afterMove(state: EscalationState, move: EscalationMove): EscalationState | undefined {
  return moveTable.find((row) => row.trigger === move && row.from.includes(state))?.to as EscalationState | undefined;
}

/** For a refusal: what it is now, what was wanted, what is allowed. */
export function namesOf(state: EscalationState, move: EscalationMove): Record<'state' | 'move' | 'allowed', Localized> {
  const allowed = escalationMoves.filter((each) => afterMove(state, each)).map((each) => moveNames[each]);
  return {
    state: stateNames[state],
    move: moveNames[move],
    allowed: { zh: allowed.map(({ zh }) => zh).join('、'), en: allowed.map(({ en }) => en).join(', ') },
  };
}

/** The table as the documents show it. */
export const escalationMachine: StateMachine = {
  aggregate: 'escalation',
  initial: 'open',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: [],
};
