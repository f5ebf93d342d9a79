import type { Localized, StateMachine } from '@property-office/kernel';

/** States of one edition of a notice (W2.4). */
export const noticeStates = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'released',
  'expired',
  'withdrawn',
  'corrected',
  'discarded',
] as const;
export type NoticeState = (typeof noticeStates)[number];

export const stateNames: Record<NoticeState, Localized> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '待审核', en: 'submitted' },
  returned: { zh: '已退回', en: 'returned' },
  approved: { zh: '已审核', en: 'approved' },
  scheduled: { zh: '定时发布', en: 'scheduled' },
  released: { zh: '已发布', en: 'released' },
  expired: { zh: '已到期', en: 'expired' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  corrected: { zh: '已更正', en: 'corrected' },
  discarded: { zh: '已作废', en: 'discarded' },
};

/** What a person may do. An illegal move is refused with 409 and the legal ones are named (G3). */
export const noticeMoves = [
  'edit',
  'submit',
  'recall',
  'approve',
  'return',
  'schedule',
  'unschedule',
  'release',
  'withdraw',
  'correct',
  'remind',
  'leave-slips',
  'correct-slips',
  'discard',
] as const;
export type NoticeMove = (typeof noticeMoves)[number];

export const moveNames: Record<NoticeMove, Localized> = {
  edit: { zh: '修改', en: 'edit' },
  submit: { zh: '送审', en: 'submit' },
  recall: { zh: '收回', en: 'recall' },
  approve: { zh: '审核通过', en: 'approve' },
  return: { zh: '退回修改', en: 'return' },
  schedule: { zh: '定时发布', en: 'schedule' },
  unschedule: { zh: '取消定时', en: 'unschedule' },
  release: { zh: '立即发布', en: 'release' },
  withdraw: { zh: '撤回公告', en: 'withdraw' },
  correct: { zh: '更正', en: 'correct' },
  remind: { zh: '提醒未读', en: 'remind' },
  'leave-slips': { zh: '登记入户通知单已送达', en: 'record that slips were left' },
  'correct-slips': { zh: '更正送达登记', en: 'correct which slips were left' },
  discard: { zh: '作废', en: 'discard' },
};

/** What time or another edition brings. It is never refused; where no row takes it, it came too late. */
export const noticeFacts = ['release-due', 'expire', 'superseded'] as const;
export type NoticeFact = (typeof noticeFacts)[number];

interface Row<Trigger> {
  from: readonly NoticeState[];
  trigger: Trigger;
  to: NoticeState;
}

/** The state table of what people do. A text that was submitted is changed by nobody before it comes back. */
export const moveTable: ReadonlyArray<Row<NoticeMove>> = [
  { from: ['draft'], trigger: 'edit', to: 'draft' },
  { from: ['returned'], trigger: 'edit', to: 'returned' },
  { from: ['draft', 'returned'], trigger: 'submit', to: 'submitted' },
  { from: ['submitted'], trigger: 'recall', to: 'draft' },
  { from: ['submitted'], trigger: 'approve', to: 'approved' },
  { from: ['submitted'], trigger: 'return', to: 'returned' },
  { from: ['approved', 'scheduled'], trigger: 'schedule', to: 'scheduled' },
  { from: ['scheduled'], trigger: 'unschedule', to: 'approved' },
  { from: ['approved', 'scheduled'], trigger: 'release', to: 'released' },
  { from: ['approved', 'scheduled', 'released'], trigger: 'withdraw', to: 'withdrawn' },
  { from: ['released'], trigger: 'correct', to: 'released' },
  { from: ['expired'], trigger: 'correct', to: 'expired' },
  { from: ['released'], trigger: 'remind', to: 'released' },
  // Whoever comes back from the doors may do so after its time was over.
  { from: ['released'], trigger: 'leave-slips', to: 'released' },
  { from: ['expired'], trigger: 'leave-slips', to: 'expired' },
  { from: ['released'], trigger: 'correct-slips', to: 'released' },
  { from: ['expired'], trigger: 'correct-slips', to: 'expired' },
  { from: ['draft', 'returned'], trigger: 'discard', to: 'discarded' },
];

/**
 * Facts that cross with what people do: a timer that falls due while somebody withdraws or releases by hand changes
 * nothing; a new edition takes the place only of one that still holds.
 */
export const factTable: ReadonlyArray<Row<NoticeFact>> = [
  { from: ['scheduled'], trigger: 'release-due', to: 'released' },
  // The office was down until its time was over: it is not sent to anybody any more.
  { from: ['released', 'scheduled'], trigger: 'expire', to: 'expired' },
  { from: ['released'], trigger: 'superseded', to: 'corrected' },
];

/** Where a move leads, or undefined when the state does not allow it. */
export function afterMove(state: NoticeState, move: NoticeMove): NoticeState | undefined {
  return find(moveTable, state, move);
}

/** Where a fact leads, or undefined when it came too late to change anything. */
export function afterFact(state: NoticeState, fact: NoticeFact): NoticeState | undefined {
  return find(factTable, state, fact);
}

export function legalMoves(state: NoticeState): NoticeMove[] {
  return noticeMoves.filter((move) => afterMove(state, move) !== undefined);
}

function find<T>(table: ReadonlyArray<Row<T>>, state: NoticeState, trigger: T): NoticeState | undefined {
  return table.find((row) => row.trigger === trigger && row.from.includes(state))?.to;
}

/** The tables as the documents show them. */
export const noticeMachine: StateMachine = {
  aggregate: 'notice',
  initial: 'draft',
  states: stateNames,
  moves: moveTable,
  moveNames,
  facts: factTable,
};
