import type { Localized, StateMachine } from '@property-office/kernel';

export const deliveryStates = ['waiting', 'sent', 'failed', 'withdrawn'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateNames: Readonly<Record<DeliveryState, Localized>> = {
  waiting: { zh: '待发送', en: 'waiting' },
  sent: { zh: '已发送', en: 'sent' },
  failed: { zh: '发送失败', en: 'failed' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export const deliveryMoves = ['retry'] as const;
export type DeliveryMove = (typeof deliveryMoves)[number];

export const deliveryMoveNames: Readonly<Record<DeliveryMove, Localized>> = { retry: { zh: '重新发送', en: 'try again' } };

const moveTable: ReadonlyArray<{ from: readonly DeliveryState[]; trigger: DeliveryMove; to: DeliveryState }> = [
  { from: ['failed'], trigger: 'retry', to: 'waiting' },
];

/** What the sender finds. */
const factTable: ReadonlyArray<{ from: readonly DeliveryState[]; trigger: string; to: DeliveryState }> = [
  { from: ['waiting'], trigger: 'taken', to: 'sent' },
  { from: ['waiting'], trigger: 'refused-for-good', to: 'failed' },
  { from: ['waiting'], trigger: 'content-gone', to: 'withdrawn' },
];

export function afterMove(state: DeliveryState, move: DeliveryMove): DeliveryState | undefined {
  return moveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalMoves(state: DeliveryState): DeliveryMove[] {
  return deliveryMoves.filter((move) => afterMove(state, move) !== undefined);
}

/** The tables as the documents show them. */
export const deliveryMachine: StateMachine = {
  aggregate: 'delivery',
  initial: 'waiting',
  states: deliveryStateNames,
  moves: moveTable,
  moveNames: deliveryMoveNames,
  facts: factTable,
};
