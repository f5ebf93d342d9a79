import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a complaint, as people see them (product.md, Words). */
export const complaintStates = [
  'recorded',
  'acknowledged',
  'verifying',
  'decided',
  'handling',
  'awaiting-feedback',
  'disputed',
  'closed',
  'merged',
] as const;
export type ComplaintState = (typeof complaintStates)[number];

export const stateNames: Record<ComplaintState, Localized> = {
  recorded: { zh: '已登记', en: 'recorded' },
  acknowledged: { zh: '已受理', en: 'acknowledged' },
  verifying: { zh: '核实中', en: 'being verified' },
  decided: { zh: '已判定', en: 'decided' },
  handling: { zh: '处理中', en: 'being handled' },
  'awaiting-feedback': { zh: '待反馈', en: 'awaiting feedback' },
  disputed: { zh: '有异议', en: 'disputed' },
  closed: { zh: '已结案', en: 'closed' },
  merged: { zh: '已并案', en: 'merged' },
};

export const complaintMoves = [
  'acknowledge',
  'verify',
  'decide',
  'begin-handling',
  'explain',
  'work-on',
  'record-result',
  'give-feedback',
  'hear-one',
  'accept',
  'give-up',
  'dispute',
  'dissent',
  'assign',
  'correct-about',
  'extend',
  'tell-one',
  'join',
  'merge',
  'take-over',
  'make-major',
] as const;
export type ComplaintMove = (typeof complaintMoves)[number];

export const moveNames: Record<ComplaintMove, Localized> = {
  acknowledge: { zh: '受理', en: 'acknowledge' },
  verify: { zh: '登记核实情况', en: 'record findings' },
  decide: { zh: '判定', en: 'decide' },
  'begin-handling': { zh: '致歉并承诺日期', en: 'apologise and promise a date' },
  explain: { zh: '解释并说明所给帮助', en: 'explain and say what help was given' },
  'work-on': { zh: '安排处理', en: 'arrange the handling' },
  'record-result': { zh: '登记处理结果', en: 'record the result' },
  'give-feedback': { zh: '反馈投诉人', en: 'tell the complainant' },
  'hear-one': { zh: '登记其中一位投诉人的答复', en: 'record what one of several complainants answers' },
  accept: { zh: '确认接受', en: 'record that it is accepted' },
  'give-up': { zh: '登记无人答复', en: 'record that nobody answered' },
  dispute: { zh: '提出异议', en: 'dispute' },
  dissent: { zh: '保留意见结案', en: 'close with dissent' },
  assign: { zh: '指定处理人', en: 'assign' },
  'correct-about': { zh: '更正被投诉人', en: 'correct whom it is about' },
  extend: { zh: '延期', en: 'extend' },
  'tell-one': { zh: '告知其中一位投诉人', en: 'tell one of the complainants' },
  join: { zh: '加入投诉人', en: 'add a complainant' },
  merge: { zh: '并案', en: 'merge into another complaint' },
  'take-over': { zh: '接收并案', en: 'go on for another complaint' },
  'make-major': { zh: '列为重大投诉', en: 'make it a major complaint' },
};

/** What other services report. It has happened: it is never refused, at most too late. */
export const complaintFacts = [
  'repair-finished',
  'follow-up-satisfied',
  'follow-up-unreachable',
  'follow-up-unsatisfied',
  'follow-up-dissent',
] as const;
export type ComplaintFact = (typeof complaintFacts)[number];

interface Row<Trigger> {
  from: readonly ComplaintState[];
  trigger: Trigger;
  to: ComplaintState;
}

/** Nobody works on it any more: it is settled, or another one goes on for it. */
export const overStates: readonly ComplaintState[] = ['closed', 'merged'];
const open = complaintStates.filter((state) => !overStates.includes(state));
/** Possible in each of these states, and changes none of them. */
const within = <T>(trigger: T, states: readonly ComplaintState[]): Row<T>[] => states.map((state) => ({ from: [state], trigger, to: state }));

/**
 * What people do. Which fields a state asks for besides, and of which decision: branch.ts. Of two acts that cross the one that is recorded first
 * counts, the other finds the state it leaves:
 * - merge × acknowledge, decide, begin-handling: merged first, the other is refused, and is done on the complaint that goes on; merged afterwards, it
 *   is merged all the same.
 * - merge × explain, record-result: the complainant has heard what became of it, and it is merged no more: a result beats a merge.
 * - merge × close: what is closed is neither merged nor goes on for another.
 * - merge × merge the other way: the first one holds; what is merged goes on for nobody.
 * A merge is taken back rather than moved (take-back.ts): both complaints stand as they stood.
 */
export const moveTable: ReadonlyArray<Row<ComplaintMove>> = [
  { from: ['recorded'], trigger: 'acknowledge', to: 'acknowledged' },
  { from: ['acknowledged', 'verifying', 'disputed'], trigger: 'verify', to: 'verifying' },
  { from: ['verifying'], trigger: 'decide', to: 'decided' },
  { from: ['decided'], trigger: 'begin-handling', to: 'handling' },
  { from: ['decided'], trigger: 'explain', to: 'awaiting-feedback' },
  ...within<ComplaintMove>('work-on', ['handling']),
  { from: ['handling'], trigger: 'record-result', to: 'awaiting-feedback' },
  ...within<ComplaintMove>('give-feedback', ['awaiting-feedback']),
  ...within<ComplaintMove>('hear-one', ['awaiting-feedback']),
  { from: ['awaiting-feedback'], trigger: 'accept', to: 'closed' },
  { from: ['awaiting-feedback'], trigger: 'give-up', to: 'closed' },
  { from: ['awaiting-feedback', 'closed'], trigger: 'dispute', to: 'disputed' },
  { from: ['awaiting-feedback'], trigger: 'dissent', to: 'closed' },
  ...within<ComplaintMove>('assign', open),
  ...within<ComplaintMove>('correct-about', open),
  ...within<ComplaintMove>('extend', open),
  ...within<ComplaintMove>('tell-one', open),
  ...within<ComplaintMove>('join', open),
  { from: ['recorded', 'acknowledged', 'verifying', 'decided', 'handling'], trigger: 'merge', to: 'merged' },
  ...within<ComplaintMove>('take-over', open),
  ...within<ComplaintMove>('make-major', open),
];

/**
 * Facts that cross. A row to its own state is noted and changes nothing else; what has no row came too late.
 * - closed × repair-finished: the case was closed without waiting for the work; too late.
 * - closed × follow-up-unsatisfied: never closes silently, but goes one level up. Where the complainant disputed first, the
 *   case is in its next round and the outcome of the former one is too late: both orders end in one dispute.
 * - merged × repair-finished: whatever it remedies is settled with the complaint that goes on; too late.
 * - closed × follow-up-dissent: it was decided finally; it stays closed and counts as unsatisfied.
 */
export const factTable: ReadonlyArray<Row<ComplaintFact>> = [
  ...within<ComplaintFact>('repair-finished', open),
  ...within<ComplaintFact>('follow-up-satisfied', ['closed']),
  ...within<ComplaintFact>('follow-up-unreachable', ['closed']),
  { from: ['closed'], trigger: 'follow-up-unsatisfied', to: 'disputed' },
  ...within<ComplaintFact>('follow-up-dissent', ['closed']),
];

export function afterMove(state: ComplaintState, move: ComplaintMove): ComplaintState | undefined {
  return moveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** Where a fact leads, or undefined when it came too late to change anything. */
export function afterFact(state: ComplaintState, fact: ComplaintFact): ComplaintState | undefined {
  return factTable.find((row) => row.trigger === fact && row.from.includes(state))?.to;
}

export function legalMoves(state: ComplaintState): ComplaintMove[] {
  return complaintMoves.filter((move) => afterMove(state, move) !== undefined);
}

/** The tables as the documents show them. */
export const complaintMachine: StateMachine = {
  aggregate: 'complaint',
  initial: 'recorded',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: factTable,
};
