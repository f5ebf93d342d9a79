import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a print job (文印任务). */
export const printJobStates = ['requested', 'taken', 'done', 'returned'] as const;
export type PrintJobState = (typeof printJobStates)[number];

export const printJobStateNames: Record<PrintJobState, Localized> = {
  requested: { zh: '待接单', en: 'requested' },
  taken: { zh: '办理中', en: 'taken' },
  done: { zh: '已完成', en: 'done' },
  returned: { zh: '已退回', en: 'handed back' },
};

export const printJobMoves = ['take', 'finish', 'return'] as const;
export type PrintJobMove = (typeof printJobMoves)[number];

export const printJobMoveNames: Record<PrintJobMove, Localized> = {
  take: { zh: '接单', en: 'take' },
  finish: { zh: '完成', en: 'finish' },
  return: { zh: '退回', en: 'hand back' },
};

interface Row {
  from: readonly PrintJobState[];
  trigger: PrintJobMove;
  to: PrintJobState;
}

/** What was handed back is asked for anew, as it should have been. */
export const printJobMoveTable: readonly Row[] = [
  { from: ['requested'], trigger: 'take', to: 'taken' },
  { from: ['taken'], trigger: 'finish', to: 'done' },
  { from: ['requested', 'taken'], trigger: 'return', to: 'returned' },
];

export function afterPrintJobMove(state: PrintJobState, move: PrintJobMove): PrintJobState | undefined {
  return printJobMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalPrintJobMoves(state: PrintJobState): PrintJobMove[] {
  return printJobMoves.filter((move) => afterPrintJobMove(state, move));
}

/** The table as the documents show it. */
export const printJobMachine: StateMachine = {
  aggregate: 'print-job',
  initial: 'requested',
  states: printJobStateNames,
  moves: printJobMoveTable,
  moveNames: printJobMoveNames,
  facts: [],
};
