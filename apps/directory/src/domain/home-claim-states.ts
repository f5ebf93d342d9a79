import type { Localized, StateMachine } from '@property-office/kernel';

export const claimStates = ['pending', 'confirmed', 'refused', 'withdrawn'] as const;
export type ClaimState = (typeof claimStates)[number];

/** What somebody may claim to be; shops are registered by the office. */
export const claimKinds = ['owner', 'tenant', 'family'] as const;
export type ClaimKind = (typeof claimKinds)[number];

const stateNames: Record<ClaimState, Localized> = {
  pending: { zh: '待确认', en: 'pending' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  refused: { zh: '未通过', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export const claimMoves = ['confirm', 'refuse', 'withdraw'] as const;
export type ClaimMove = (typeof claimMoves)[number];

const moveNames: Record<ClaimMove, Localized> = {
  confirm: { zh: '确认认领', en: 'confirm' },
  refuse: { zh: '不予确认', en: 'refuse' },
  withdraw: { zh: '撤回认领', en: 'withdraw' },
};

/** A claim is decided once; who was refused claims again. */
const moveTable: ReadonlyArray<{ from: readonly ClaimState[]; trigger: ClaimMove; to: ClaimState }> = [
  { from: ['pending'], trigger: 'confirm', to: 'confirmed' },
  { from: ['pending'], trigger: 'refuse', to: 'refused' },
  { from: ['pending'], trigger: 'withdraw', to: 'withdrawn' },
];

export function afterMove(state: ClaimState, move: ClaimMove): ClaimState | undefined {
  return moveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** What a refusal of a move says: the state, the move, and what is possible instead. */
export function refusedMove(
  state: ClaimState,
  move: ClaimMove,
): Record<'state' | 'move' | 'allowed', Localized> {
  const names = claimMoves
    .filter((each) => afterMove(state, each) !== undefined)
    .map((each) => moveNames[each]);
  const allowed =
    names.length === 0
      ? { zh: '没有', en: 'nothing' }
      : { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
  return { state: stateNames[state], move: moveNames[move], allowed };
}

/** The table as the documents show it. */
export const homeClaimMachine: StateMachine = {
  aggregate: 'home-claim',
  initial: 'pending',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: [],
};
