import type { Localized, StateMachine } from '@property-office/kernel';

/**
 * States of a work order (product.md, main flow 4). `declined` and `transferred` are passed through: in the transaction
 * that enters them the order is dispatched anew, or is the other technician's.
 */
export const workOrderStates = [
  'queued',
  'offered',
  'assigned',
  'accepted',
  'on-site',
  'paused',
  'finished',
  'declined',
  'transferred',
  'withdrawn',
] as const;
export type WorkOrderState = (typeof workOrderStates)[number];

export const stateNames: Record<WorkOrderState, Localized> = {
  queued: { zh: '待派', en: 'queued' },
  offered: { zh: '待抢', en: 'offered' },
  assigned: { zh: '已指派', en: 'assigned' },
  accepted: { zh: '已接单', en: 'accepted' },
  'on-site': { zh: '已到场', en: 'on site' },
  paused: { zh: '挂起', en: 'paused' },
  finished: { zh: '已完工', en: 'finished' },
  declined: { zh: '退单', en: 'declined' },
  transferred: { zh: '转单', en: 'transferred' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
};

/** What a person may do to an order. An illegal move is refused with 409 and the legal ones are named. */
export const workOrderMoves = ['claim', 'assign', 'accept', 'decline', 'arrive', 'pause', 'resume', 'finish', 'transfer'] as const;
export type WorkOrderMove = (typeof workOrderMoves)[number];

export const moveNames: Record<WorkOrderMove, Localized> = {
  claim: { zh: '抢单', en: 'claim' },
  assign: { zh: '派单', en: 'assign' },
  accept: { zh: '接单', en: 'accept' },
  decline: { zh: '退单', en: 'decline' },
  arrive: { zh: '到场', en: 'arrive' },
  pause: { zh: '挂起', en: 'pause' },
  resume: { zh: '继续', en: 'resume' },
  finish: { zh: '完工', en: 'finish' },
  transfer: { zh: '转单', en: 'transfer' },
};

/** What happens to an order without anybody acting on it: how it is dispatched, and what tickets announces. */
export const workOrderFacts = [
  'dispatch-offered',
  'dispatch-assigned',
  'dispatch-queued',
  'repair-cancelled',
  'repair-merged',
  'skill-corrected',
  'mode-corrected',
] as const;
export type WorkOrderFact = (typeof workOrderFacts)[number];

interface Row<Trigger> {
  from: readonly WorkOrderState[];
  trigger: Trigger;
  to: WorkOrderState;
}

/**
 * The state table of what people do. Claiming gives the order to the claimant, who thereby accepts it. Assigning is over
 * when somebody has accepted: from then on it is transferred.
 */
export const moveTable: ReadonlyArray<Row<WorkOrderMove>> = [
  { from: ['offered'], trigger: 'claim', to: 'assigned' },
  { from: ['queued', 'offered', 'assigned'], trigger: 'assign', to: 'assigned' },
  { from: ['assigned'], trigger: 'accept', to: 'accepted' },
  { from: ['assigned', 'accepted'], trigger: 'decline', to: 'declined' },
  { from: ['accepted'], trigger: 'arrive', to: 'on-site' },
  { from: ['on-site'], trigger: 'pause', to: 'paused' },
  { from: ['paused'], trigger: 'resume', to: 'on-site' },
  { from: ['on-site'], trigger: 'finish', to: 'finished' },
  { from: ['assigned', 'accepted', 'on-site', 'paused'], trigger: 'transfer', to: 'transferred' },
];

/**
 * The state table of facts that cross (events.md, Facts that cross). A row that leads to its own state changes nothing and
 * is not news; what has no row came too late.
 * - finished × repair-cancelled: the work was done before the cancellation was known here; finished work wins.
 * - merged: as cancelled, whoever was assigned, accepted, came or finished meanwhile; the work goes on under another request.
 * - withdrawn × the taking back of that cancellation, or the undoing of that merge: undone rather than moved, the order is where it stood (episode-steps.ts).
 * - any unfinished state × repair-cancelled: the cancellation wins and the crew is told, whoever accepted meanwhile.
 * - a corrected trade, or way of sending, × an order nobody has accepted: it is dispatched anew. Whoever has accepted keeps
 *   the order, and is told what it says now (corrections.ts).
 */
export const factTable: ReadonlyArray<Row<WorkOrderFact>> = [
  { from: ['queued', 'declined'], trigger: 'dispatch-offered', to: 'offered' },
  { from: ['queued', 'declined', 'transferred'], trigger: 'dispatch-assigned', to: 'assigned' },
  { from: ['queued', 'declined'], trigger: 'dispatch-queued', to: 'queued' },
  { from: ['queued', 'offered', 'assigned', 'accepted', 'on-site', 'paused', 'declined', 'transferred'], trigger: 'repair-cancelled', to: 'withdrawn' },
  { from: ['withdrawn'], trigger: 'repair-cancelled', to: 'withdrawn' },
  { from: ['queued', 'offered', 'assigned', 'accepted', 'on-site', 'paused', 'declined', 'transferred'], trigger: 'repair-merged', to: 'withdrawn' },
  { from: ['withdrawn'], trigger: 'repair-merged', to: 'withdrawn' },
  { from: ['queued', 'offered', 'assigned'], trigger: 'skill-corrected', to: 'queued' },
  { from: ['queued', 'offered'], trigger: 'mode-corrected', to: 'queued' },
];

/** Neither done nor given up: counts as a crew's load, and keeps an episode unresolved. */
export const unfinishedStates: readonly WorkOrderState[] = workOrderStates.filter((state) => state !== 'finished' && state !== 'withdrawn');

/** Where a move leads, or undefined when the state does not allow it. */
export function afterMove(state: WorkOrderState, move: WorkOrderMove): WorkOrderState | undefined {
  return find(moveTable, state, move);
}

/** Where a fact leads, or undefined when it came too late to change anything. */
export function afterFact(state: WorkOrderState, fact: WorkOrderFact): WorkOrderState | undefined {
  return find(factTable, state, fact);
}

export function legalMoves(state: WorkOrderState): WorkOrderMove[] {
  return workOrderMoves.filter((move) => afterMove(state, move) !== undefined);
}

function find<T>(table: ReadonlyArray<Row<T>>, state: WorkOrderState, trigger: T): WorkOrderState | undefined {
  return table.find((row) => row.trigger === trigger && row.from.includes(state))?.to;
}

/** The tables as the documents show them. */
export const workOrderMachine: StateMachine = {
  aggregate: 'work-order',
  initial: 'queued',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: factTable,
};
