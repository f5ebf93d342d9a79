import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a follow-up (product.md, main flow 6). */
export const followUpStates = ['planned', 'due', 'in-hand', 'satisfied', 'unsatisfied', 'unreachable', 'cancelled'] as const;
export type FollowUpState = (typeof followUpStates)[number];

export const stateNames: Record<FollowUpState, Localized> = {
  planned: { zh: '未到期', en: 'planned' },
  due: { zh: '待回访', en: 'due' },
  'in-hand': { zh: '回访中', en: 'in hand' },
  satisfied: { zh: '满意', en: 'satisfied' },
  unsatisfied: { zh: '不满意', en: 'unsatisfied' },
  unreachable: { zh: '未联系上', en: 'unreachable' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

export const followUpMoves = ['take', 'confirm', 'dispute', 'try-again', 'give-up'] as const;
export type FollowUpMove = (typeof followUpMoves)[number];

export const moveNames: Record<FollowUpMove, Localized> = {
  take: { zh: '领取回访', en: 'take' },
  confirm: { zh: '登记满意', en: 'record satisfied' },
  dispute: { zh: '登记不满意', en: 'record unsatisfied' },
  'try-again': { zh: '登记未联系上', en: 'record not reached' },
  'give-up': { zh: '登记未联系上', en: 'record not reached' },
};

/** What tickets announces about the episode; what its reporter says of the result without being asked. */
export const followUpFacts = ['resolved', 'cancelled', 'cancellation-taken-back', 'reopened', 'rated-satisfied', 'rated-unsatisfied', 'merged', 'merge-undone'] as const;
export type FollowUpFact = (typeof followUpFacts)[number];

interface Row<Trigger> {
  from: readonly FollowUpState[];
  trigger: Trigger;
  to: FollowUpState;
}

/** An outcome without a take before it is taken and completed in one: the desk already has the person on the line. */
export const moveTable: ReadonlyArray<Row<FollowUpMove>> = [
  { from: ['due'], trigger: 'take', to: 'in-hand' },
  { from: ['due', 'in-hand'], trigger: 'confirm', to: 'satisfied' },
  { from: ['due', 'in-hand'], trigger: 'dispute', to: 'unsatisfied' },
  { from: ['due', 'in-hand'], trigger: 'try-again', to: 'due' },
  { from: ['due', 'in-hand'], trigger: 'give-up', to: 'unreachable' },
];

const answeredStates = ['satisfied', 'unsatisfied', 'unreachable'] as const;

/**
 * Facts that cross. `cancelled × resolved`: the work was finished after all, so it is followed up. A cancellation taken back
 * plans the same follow-up again, and so does a merge that is undone: an episode has one (I3). `reopened` cancels what
 * nobody has asked yet: the new episode has a follow-up of its own; an outcome recorded before it stays. A rating of the
 * reporter answers what was to be asked, even while somebody has it in hand; an outcome recorded before it was heard stays,
 * and so does the rating, with tickets: there one or two stars have reopened the request, whatever the outcome was.
 */
export const factTable: ReadonlyArray<Row<FollowUpFact>> = [
  { from: ['planned', 'cancelled'], trigger: 'resolved', to: 'due' },
  { from: ['planned'], trigger: 'cancelled', to: 'cancelled' },
  { from: ['cancelled'], trigger: 'cancellation-taken-back', to: 'planned' },
  { from: ['planned', 'due', 'in-hand'], trigger: 'reopened', to: 'cancelled' },
  { from: ['satisfied'], trigger: 'reopened', to: 'satisfied' },
  { from: ['unsatisfied'], trigger: 'reopened', to: 'unsatisfied' },
  { from: ['unreachable'], trigger: 'reopened', to: 'unreachable' },
  { from: ['cancelled'], trigger: 'reopened', to: 'cancelled' },
  { from: ['planned'], trigger: 'merged', to: 'cancelled' },
  { from: ['cancelled'], trigger: 'merge-undone', to: 'planned' },
  { from: ['due', 'in-hand'], trigger: 'rated-satisfied', to: 'satisfied' },
  { from: ['due', 'in-hand'], trigger: 'rated-unsatisfied', to: 'unsatisfied' },
  ...answeredStates.flatMap((state): Array<Row<FollowUpFact>> => [
    { from: [state], trigger: 'rated-satisfied', to: state },
    { from: [state], trigger: 'rated-unsatisfied', to: state },
  ]),
];

export function afterMove(state: FollowUpState, move: FollowUpMove): FollowUpState | undefined {
  return moveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** Where a fact leads, or undefined when it came too late to change anything. */
export function afterFact(state: FollowUpState, fact: FollowUpFact): FollowUpState | undefined {
  return factTable.find((row) => row.trigger === fact && row.from.includes(state))?.to;
}

export function legalMoves(state: FollowUpState): FollowUpMove[] {
  return followUpMoves.filter((move) => afterMove(state, move) !== undefined);
}

/** The tables as the documents show them. */
export const followUpMachine: StateMachine = {
  aggregate: 'follow-up',
  initial: 'planned',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: factTable,
};
