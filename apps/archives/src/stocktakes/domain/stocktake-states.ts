import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a stocktake (清点). */
export const stocktakeStates = ['open', 'counted', 'closed', 'withdrawn'] as const;
export type StocktakeState = (typeof stocktakeStates)[number];

export const stocktakeStateNames: Record<StocktakeState, Localized> = {
  open: { zh: '清点中', en: 'being counted' },
  counted: { zh: '已清点，核对差异', en: 'counted' },
  closed: { zh: '已办结', en: 'closed' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
};

export const stocktakeMoves = ['scan', 'finish', 'resume', 'explain', 'approve', 'return', 'close', 'withdraw'] as const;
export type StocktakeMove = (typeof stocktakeMoves)[number];

export const stocktakeMoveNames: Record<StocktakeMove, Localized> = {
  scan: { zh: '扫描', en: 'scan' },
  finish: { zh: '完成清点', en: 'finish counting' },
  resume: { zh: '继续清点', en: 'go on counting' },
  explain: { zh: '说明差异', en: 'explain differences' },
  approve: { zh: '批准差异说明', en: 'approve explanations' },
  return: { zh: '退回差异说明', en: 'return explanations' },
  close: { zh: '办结', en: 'close' },
  withdraw: { zh: '撤销清点', en: 'withdraw' },
};

interface Row {
  from: readonly StocktakeState[];
  trigger: StocktakeMove;
  to: StocktakeState;
}

export const stocktakeMoveTable: readonly Row[] = [
  { from: ['open'], trigger: 'scan', to: 'open' },
  { from: ['open'], trigger: 'finish', to: 'counted' },
  { from: ['counted'], trigger: 'resume', to: 'open' },
  { from: ['counted'], trigger: 'explain', to: 'counted' },
  { from: ['counted'], trigger: 'approve', to: 'counted' },
  { from: ['counted'], trigger: 'return', to: 'counted' },
  { from: ['counted'], trigger: 'close', to: 'closed' },
  { from: ['open', 'counted'], trigger: 'withdraw', to: 'withdrawn' },
];

export function afterStocktakeMove(state: StocktakeState, move: StocktakeMove): StocktakeState | undefined {
  return stocktakeMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalStocktakeMoves(state: StocktakeState): StocktakeMove[] {
  return stocktakeMoves.filter((move) => afterStocktakeMove(state, move));
}

/**
 * The table as the documents show it. It takes no facts: whatever crosses a stocktake (a loan, a move, a new record, a destruction) is
 * kept by archives itself and looked at when counting is finished (`findingOf`).
 */
export const stocktakeMachine: StateMachine = {
  aggregate: 'stocktake',
  initial: 'open',
  states: stocktakeStateNames,
  moves: stocktakeMoveTable,
  moveNames: stocktakeMoveNames,
  facts: [],
};
