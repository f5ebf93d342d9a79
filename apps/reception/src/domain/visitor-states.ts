import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a visitor (W2.1): a host confirms, a pass lets in, and somebody sees them out. */
export const visitorStates = ['announced', 'expected', 'inside', 'left', 'declined', 'cancelled', 'missed'] as const;
export type VisitorState = (typeof visitorStates)[number];

export const visitorStateNames: Record<VisitorState, Localized> = {
  announced: { zh: '待确认', en: 'announced' },
  expected: { zh: '待来访', en: 'expected' },
  inside: { zh: '在访', en: 'inside' },
  left: { zh: '已离开', en: 'left' },
  declined: { zh: '已谢绝', en: 'declined' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  missed: { zh: '未到访', en: 'did not come' },
};

export const visitorMoves = ['confirm', 'decline', 'cancel', 'issue-pass', 'admit', 'see-out'] as const;
export type VisitorMove = (typeof visitorMoves)[number];

export const visitorMoveNames: Record<VisitorMove, Localized> = {
  confirm: { zh: '确认来访', en: 'confirm' },
  decline: { zh: '谢绝来访', en: 'decline' },
  cancel: { zh: '取消来访', en: 'cancel' },
  'issue-pass': { zh: '发放通行码', en: 'issue a pass' },
  admit: { zh: '登记进入', en: 'admit' },
  'see-out': { zh: '登记离开', en: 'see out' },
};

/** What time brings, the end of the visit's window, and what directory says: the host lives there no more. */
export type VisitorFact = 'window-ended' | 'host-moved-out';

interface Row<Trigger> {
  from: readonly VisitorState[];
  trigger: Trigger;
  to: VisitorState;
}

export const visitorMoveTable: ReadonlyArray<Row<VisitorMove>> = [
  { from: ['announced'], trigger: 'confirm', to: 'expected' },
  { from: ['announced'], trigger: 'decline', to: 'declined' },
  { from: ['announced', 'expected'], trigger: 'cancel', to: 'cancelled' },
  { from: ['expected'], trigger: 'issue-pass', to: 'expected' },
  { from: ['expected'], trigger: 'admit', to: 'inside' },
  { from: ['inside'], trigger: 'see-out', to: 'left' },
];

/** Whoever is inside when the window ends stays too long, which is told and changes no state. */
export const visitorFactTable: ReadonlyArray<Row<VisitorFact>> = [
  { from: ['announced', 'expected'], trigger: 'window-ended', to: 'missed' },
  { from: ['inside'], trigger: 'window-ended', to: 'inside' },
  { from: ['announced', 'expected'], trigger: 'host-moved-out', to: 'cancelled' },
];

/** Nothing comes after these: what is personal goes when its retention is over. */
export const endedVisits: readonly VisitorState[] = ['left', 'declined', 'cancelled', 'missed'];

export function afterVisitorMove(state: VisitorState, move: VisitorMove): VisitorState | undefined {
  return visitorMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** Where a fact leads, or undefined where it changes nothing: the visit was over before, or the guest is inside already. */
export function afterVisitorFact(state: VisitorState, fact: VisitorFact): VisitorState | undefined {
  return visitorFactTable.find((row) => row.trigger === fact && row.from.includes(state))?.to;
}

/** The tables as the documents show them. */
export const visitorMachine: StateMachine = {
  aggregate: 'visitor',
  initial: 'announced',
  states: visitorStateNames,
  moves: visitorMoveTable,
  moveNames: visitorMoveNames,
  facts: visitorFactTable,
};
