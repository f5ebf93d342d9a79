import type { Localized, StateMachine } from '@property-office/kernel';

/** States of the reconciliation of a month (月度归档核对). */
export const monthStates = ['reconciling', 'differing', 'agreed', 'closed', 'reopened'] as const;
export type MonthState = (typeof monthStates)[number];

export const monthStateNames: Record<MonthState, Localized> = {
  reconciling: { zh: '核对中', en: 'being reconciled' },
  differing: { zh: '未核平', en: 'differing' },
  agreed: { zh: '已核平', en: 'agreed' },
  closed: { zh: '已结账', en: 'closed' },
  reopened: { zh: '重新打开', en: 'reopened' },
};

export const monthMoves = ['ask-again', 'explain', 'close'] as const;
export type MonthMove = (typeof monthMoves)[number];

export const monthMoveNames: Record<MonthMove, Localized> = {
  'ask-again': { zh: '补提归档', en: 'ask for what is missing again' },
  explain: { zh: '说明原因', en: 'explain a difference' },
  close: { zh: '结账', en: 'close' },
};

/** What nobody is asked about: all is settled or has a reason, or something is not. */
export const monthFacts = ['agrees', 'differs'] as const;
export type MonthFact = (typeof monthFacts)[number];

interface Row<Trigger> {
  from: readonly MonthState[];
  trigger: Trigger;
  to: MonthState;
}

const open: readonly MonthState[] = ['differing', 'agreed', 'reopened'];
const staying = (trigger: MonthMove): Row<MonthMove>[] => open.map((state) => ({ from: [state], trigger, to: state }));

/** What is closed stays so until something of it changes. That nothing is left unsettled, the handler of `close` sees to. */
export const monthMoveTable: ReadonlyArray<Row<MonthMove>> = [...staying('ask-again'), ...staying('explain'), { from: open, trigger: 'close', to: 'closed' }];

export const monthFactTable: ReadonlyArray<Row<MonthFact>> = [
  { from: ['reconciling', 'differing', 'reopened'], trigger: 'agrees', to: 'agreed' },
  { from: ['reconciling', 'agreed'], trigger: 'differs', to: 'differing' },
  { from: ['closed'], trigger: 'differs', to: 'reopened' },
];

export function afterMonthMove(state: MonthState, move: MonthMove): MonthState | undefined {
  return monthMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** Where a fact leads, or undefined where it changes nothing. */
export function afterMonthFact(state: MonthState, fact: MonthFact): MonthState | undefined {
  return monthFactTable.find((row) => row.trigger === fact && row.from.includes(state))?.to;
}

export function legalMonthMoves(state: MonthState): MonthMove[] {
  return monthMoves.filter((move) => afterMonthMove(state, move));
}

/** The tables as the documents show them. */
export const monthMachine: StateMachine = {
  aggregate: 'archive-month',
  initial: 'reconciling',
  states: monthStateNames,
  moves: monthMoveTable,
  moveNames: monthMoveNames,
  facts: monthFactTable,
};
