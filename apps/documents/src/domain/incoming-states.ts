import type { Localized, StateMachine } from '@property-office/kernel';

/** States of an incoming document (收文), as people see them. */
export const incomingStates = ['registered', 'checked', 'sent-back', 'proposed', 'decided', 'acted-on', 'filed', 'voided'] as const;
export type IncomingState = (typeof incomingStates)[number];

export const incomingStateNames: Record<IncomingState, Localized> = {
  registered: { zh: '已登记', en: 'registered' },
  checked: { zh: '已初审', en: 'checked' },
  'sent-back': { zh: '已退回', en: 'sent back' },
  proposed: { zh: '待批示', en: 'proposed' },
  decided: { zh: '承办中', en: 'being acted on' },
  'acted-on': { zh: '已办结', en: 'acted on' },
  filed: { zh: '已归档', en: 'filed' },
  voided: { zh: '已作废', en: 'void' },
};

export const incomingMoves = [
  'check',
  'send-back',
  'correct',
  'propose',
  'decide',
  'decide-for-reading',
  'assign',
  'remind',
  'supervise',
  'finish',
  'circulate',
  'change-readers',
  'read',
  'answer',
  'file',
  'void',
  'scan',
] as const;
export type IncomingMove = (typeof incomingMoves)[number];

export const incomingMoveNames: Record<IncomingMove, Localized> = {
  check: { zh: '初审', en: 'check' },
  'send-back': { zh: '退回', en: 'send back' },
  correct: { zh: '更正登记', en: 'correct its registration' },
  propose: { zh: '拟办', en: 'propose its handling' },
  decide: { zh: '批示承办', en: 'decide who acts' },
  'decide-for-reading': { zh: '批示阅知', en: 'decide that it is for reading' },
  assign: { zh: '改派承办人', en: 'give it to somebody else' },
  remind: { zh: '催办', en: 'remind' },
  supervise: { zh: '督办', en: 'supervise' },
  finish: { zh: '办结', en: 'record that it is done' },
  circulate: { zh: '传阅', en: 'circulate' },
  'change-readers': { zh: '调整传阅人', en: 'change its readers' },
  read: { zh: '已阅', en: 'read' },
  answer: { zh: '答复', en: 'answer' },
  file: { zh: '归档', en: 'file' },
  void: { zh: '作废', en: 'void' },
  scan: { zh: '扫码登记', en: 'scan its slip' },
};

interface Row {
  from: readonly IncomingState[];
  trigger: IncomingMove;
  to: IncomingState;
}

/** Possible in each of these states, and changes none of them. */
const within = (trigger: IncomingMove, ...states: IncomingState[]): Row[] => states.map((state) => ({ from: [state], trigger, to: state }));

/** What people do. What must be there before it is filed, besides: filing.ts. Nothing of it comes from other services. */
export const incomingMoveTable: readonly Row[] = [
  { from: ['registered'], trigger: 'check', to: 'checked' },
  { from: ['registered'], trigger: 'send-back', to: 'sent-back' },
  { from: ['checked'], trigger: 'propose', to: 'proposed' },
  { from: ['proposed'], trigger: 'decide', to: 'decided' },
  { from: ['proposed'], trigger: 'decide-for-reading', to: 'acted-on' },
  // Once it is filed, its record is described anew.
  ...within('correct', 'registered', 'checked', 'proposed', 'decided', 'acted-on'),
  ...within('assign', 'decided'),
  ...within('remind', 'decided'),
  ...within('supervise', 'decided'),
  { from: ['decided'], trigger: 'finish', to: 'acted-on' },
  ...within('circulate', 'checked', 'proposed', 'decided', 'acted-on'),
  ...within('change-readers', 'checked', 'proposed', 'decided', 'acted-on'),
  ...within('read', 'checked', 'proposed', 'decided', 'acted-on'),
  ...within('answer', 'decided', 'acted-on'),
  { from: ['acted-on'], trigger: 'file', to: 'filed' },
  { from: ['registered', 'checked'], trigger: 'void', to: 'voided' },
  ...within('scan', ...incomingStates),
];

export function afterIncomingMove(state: IncomingState, move: IncomingMove): IncomingState | undefined {
  return incomingMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

export function legalIncomingMoves(state: IncomingState): IncomingMove[] {
  return incomingMoves.filter((move) => afterIncomingMove(state, move) !== undefined);
}

/** The table as the documents show it. */
export const incomingMachine: StateMachine = {
  aggregate: 'incoming-document',
  initial: 'registered',
  states: incomingStateNames,
  moves: incomingMoveTable,
  moveNames: incomingMoveNames,
  facts: [],
};
