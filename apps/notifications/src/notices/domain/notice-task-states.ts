import type { NoticeTaskKind, PromiseName } from '@property-office/contracts';
import type { Localized, StateMachine } from '@property-office/kernel';
import type { NoticeInboxKind } from '../../domain/notices';

export const noticeTaskStates = ['open', 'done', 'cancelled'] as const;
export type NoticeTaskState = (typeof noticeTaskStates)[number];

export const taskStateNames: Record<NoticeTaskState, Localized> = {
  open: { zh: '待张贴', en: 'open' },
  done: { zh: '已完成', en: 'done' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

export const taskNames: Record<NoticeTaskKind, Localized> = {
  'chat-post': { zh: '业主群转发', en: 'post in the chat group' },
  'chat-retract': { zh: '业主群撤回或更正说明', en: 'say in the chat group that it no longer holds' },
  'paper-up': { zh: '张贴纸质公告', en: 'put the paper up' },
  'paper-down': { zh: '撤下纸质公告', en: 'take the paper down' },
};

interface Row<Trigger> {
  from: readonly NoticeTaskState[];
  trigger: Trigger;
  to: NoticeTaskState;
}

export const taskMoves = ['finish', 'spare'] as const;
export type NoticeTaskMove = (typeof taskMoves)[number];

/** `spare`: nothing of the old notice was out there. Only where nobody had shown that it was. */
export const taskMoveTable: ReadonlyArray<Row<NoticeTaskMove>> = [
  { from: ['open'], trigger: 'finish', to: 'done' },
  { from: ['open'], trigger: 'spare', to: 'cancelled' },
];
/** The notice ceases to hold: what was not posted is not posted any more; what was done stays done. */
export const taskFactTable: ReadonlyArray<Row<'notice-ended'>> = [{ from: ['open'], trigger: 'notice-ended', to: 'cancelled' }];

export function afterTaskMove(state: NoticeTaskState, move: NoticeTaskMove): NoticeTaskState | undefined {
  return taskMoveTable.find(({ from, trigger }) => trigger === move && from.includes(state))?.to;
}

export function afterNoticeEnded(state: NoticeTaskState): NoticeTaskState | undefined {
  return taskFactTable.find(({ from }) => from.includes(state))?.to;
}

export const noticeTaskMachine: StateMachine = {
  aggregate: 'notice-task',
  initial: 'open',
  states: taskStateNames,
  moves: taskMoveTable,
  moveNames: { finish: { zh: '完成', en: 'finish' }, spare: { zh: '原文未发出，无需处理', en: 'spare' } },
  facts: taskFactTable,
};

/** What the office promises of each: targets are rows of the office (Q1). */
export const taskPromises = { 'chat-post': 'post', 'chat-retract': 'retract', 'paper-up': 'put-up', 'paper-down': 'take-down' } as const satisfies Record<NoticeTaskKind, PromiseName>;

/** What its poster is told when it is set: nobody posts again what they are to take back. */
export const yoursOf = {
  'chat-post': 'notice-task-yours',
  'chat-retract': 'notice-task-retract',
  'paper-up': 'notice-task-yours',
  'paper-down': 'notice-task-down',
} as const satisfies Record<NoticeTaskKind, NoticeInboxKind>;
export type TaskInboxKind = (typeof yoursOf)[NoticeTaskKind];
