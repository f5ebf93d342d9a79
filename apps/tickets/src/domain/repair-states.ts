import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a repair request (product.md, main flow 5). `reopened` is `open` in a later episode. */
export const repairStates = [
  'open',
  'assigned',
  'in-progress',
  'waiting',
  'resolved',
  'closed',
  'cancelled',
  'declined',
  'referred',
  'merged',
  'reopened',
] as const;
export type RepairState = (typeof repairStates)[number];

export const stateNames: Record<RepairState, Localized> = {
  open: { zh: '待受理', en: 'open' },
  assigned: { zh: '已派单', en: 'assigned' },
  'in-progress': { zh: '处理中', en: 'in progress' },
  waiting: { zh: '等待', en: 'waiting' },
  resolved: { zh: '已完工待回访', en: 'resolved' },
  closed: { zh: '已结案', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  declined: { zh: '不予受理', en: 'declined' },
  referred: { zh: '已转外单位', en: 'referred' },
  merged: { zh: '已并单', en: 'merged' },
  reopened: { zh: '返修', en: 'reopened' },
};

/** What a person may do to a request. An illegal move is refused with 409 and the legal ones are named. */
export const repairMoves = ['cancel', 'reopen', 'urge', 'rate', 'dispute', 'merge', 'join'] as const;
export type RepairMove = (typeof repairMoves)[number];

export const moveNames: Record<RepairMove, Localized> = {
  cancel: { zh: '取消', en: 'cancel' },
  reopen: { zh: '要求返修', en: 'reopen' },
  urge: { zh: '催单', en: 'urge' },
  rate: { zh: '评价', en: 'rate' },
  dispute: { zh: '评价为不满意', en: 'rate as not satisfactory' },
  merge: { zh: '并单', en: 'merge into another' },
  join: { zh: '我也遇到', en: 'me too' },
};

/** What other services report about the current episode. It has happened: it is never refused, at most too late. */
export const repairFacts = [
  'work-assigned',
  'work-returned',
  'work-started',
  'work-paused',
  'work-resumed',
  'work-finished',
  'follow-up-satisfied',
  'follow-up-unsatisfied',
  'follow-up-unreachable',
] as const;
export type RepairFact = (typeof repairFacts)[number];

interface Row<Trigger> {
  from: readonly RepairState[];
  trigger: Trigger;
  to: RepairState;
}

const atWork: readonly RepairState[] = ['open', 'reopened', 'assigned', 'in-progress', 'waiting'];

/**
 * The state table of what people do. Who urges, joins or rates moves nothing. One or two stars are a dispute, which reopens on the
 * road of a follow-up that found the reporter unsatisfied, and also after one that closed the request before they were known.
 * A merge is undone rather than moved: the request stands where its work stands (rest.ts).
 */
export const moveTable: ReadonlyArray<Row<RepairMove>> = [
  { from: atWork, trigger: 'cancel', to: 'cancelled' },
  { from: ['resolved', 'closed'], trigger: 'reopen', to: 'reopened' },
  ...staying(atWork, 'urge'),
  ...staying(atWork, 'join'),
  ...staying(['resolved', 'closed'], 'rate'),
  { from: ['resolved', 'closed'], trigger: 'dispute', to: 'reopened' },
  { from: atWork, trigger: 'merge', to: 'merged' },
];

/**
 * The state table of facts that cross (events.md, Facts that cross). A row that leads to its own state changes nothing and
 * is not news; what has no row came too late: it is recorded and changes nothing either.
 * - cancelled, merged × work-finished: the work was done before dispatch knew of the cancellation or the merge; finished work
 *   wins. Whoever was assigned, came or paused before the merge was known came too late: they are called back,
 *   unless the merge is undone.
 * - open × work-started and the like: the facts of several orders, or of one and its request, may arrive in any order.
 */
export const factTable: ReadonlyArray<Row<RepairFact>> = [
  { from: ['open', 'reopened', 'assigned'], trigger: 'work-assigned', to: 'assigned' },
  { from: ['in-progress'], trigger: 'work-assigned', to: 'in-progress' },
  { from: ['waiting'], trigger: 'work-assigned', to: 'waiting' },
  { from: ['assigned', 'open'], trigger: 'work-returned', to: 'open' },
  { from: ['reopened'], trigger: 'work-returned', to: 'reopened' },
  { from: ['in-progress'], trigger: 'work-returned', to: 'in-progress' },
  { from: ['waiting'], trigger: 'work-returned', to: 'waiting' },
  { from: atWork, trigger: 'work-started', to: 'in-progress' },
  { from: atWork, trigger: 'work-paused', to: 'waiting' },
  { from: atWork, trigger: 'work-resumed', to: 'in-progress' },
  { from: [...atWork, 'cancelled', 'merged'], trigger: 'work-finished', to: 'resolved' },
  { from: ['resolved'], trigger: 'follow-up-satisfied', to: 'closed' },
  { from: ['resolved'], trigger: 'follow-up-unreachable', to: 'closed' },
  { from: ['resolved'], trigger: 'follow-up-unsatisfied', to: 'reopened' },
];

/** In words of SQL: those of `isAtWork`. */
export const statesAtWork: readonly RepairState[] = atWork;

/** Something is still to be done about it: another report of the same may be merged into it. */
export function isAtWork(state: RepairState): boolean {
  return atWork.includes(state);
}

/** Where a move leads, or undefined when the state does not allow it. */
export function afterMove(state: RepairState, move: RepairMove): RepairState | undefined {
  return find(moveTable, state, move);
}

/** Where a fact leads, or undefined when it came too late to change anything. */
export function afterFact(state: RepairState, fact: RepairFact): RepairState | undefined {
  return find(factTable, state, fact);
}

export function legalMoves(state: RepairState): RepairMove[] {
  return repairMoves.filter((move) => afterMove(state, move) !== undefined);
}

function staying(states: readonly RepairState[], trigger: RepairMove): Array<Row<RepairMove>> {
  return states.map((state) => ({ from: [state], trigger, to: state }));
}

function find<T>(table: ReadonlyArray<Row<T>>, state: RepairState, trigger: T): RepairState | undefined {
  return table.find((row) => row.trigger === trigger && row.from.includes(state))?.to;
}

/** The tables as the documents show them. */
export const repairRequestStates: StateMachine = {
  aggregate: 'repair-request',
  initial: 'open',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: factTable,
};
