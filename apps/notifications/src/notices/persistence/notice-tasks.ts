import { Injectable } from '@nestjs/common';
import { accessCondition, grantAccess, lockRow, lockThenJudge } from '@property-office/access';
import type { NoticeTaskKind } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger, type NewEvent } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { setTimer } from '@property-office/timers';
import { notify } from '../../persistence/notify';
import type { PostingPlace } from '../domain/designated-channels';
import { noticeErrors } from '../domain/errors';
import { taskDueMs, taskTimer, taskTimerKey, yoursOf, type TaskInboxKind } from '../domain/notice-task-states';
import { inboxDataOf } from './inbox-data';
import { NoticeTask } from './notice-task.entity';
import type { Notice } from './notice.entity';

export type NoticeTaskEvent =
  | { kind: 'set' }
  | { kind: 'reminded'; told: string[] }
  | { kind: 'done' }
  | { kind: 'cancelled' };

/** Tasks as they are written: the row and the event that says why, always together. */
@Injectable()
export class NoticeTasks {
  constructor(private readonly ledger: Ledger) {}

  /** Somebody is to do it, hears of it, and is reminded when it is late. */
  set(tx: Transaction, notice: Notice, act: Act, task: NoticeTaskKind, { name, posterId }: PostingPlace, unproven = false): void {
    const dueAt = new Date(tx.now.getTime() + taskDueMs[task]);
    const made = Object.assign(new NoticeTask(), {
      id: newId(),
      noticeId: notice.id,
      number: notice.number,
      siteId: notice.siteId,
      version: 1,
      task,
      place: name,
      posterId,
      state: 'open',
      dueAt,
      attachmentIds: [],
      unproven,
      doneBy: null,
      doneAt: null,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    });
    tx.save(made);
    this.ledger.append(tx, eventOf(made, act, { kind: 'set' }));
    grantAccess(tx, { objectId: made.id, siteId: made.siteId, subject: `person:${posterId}`, right: 'act', sourceVersion: 1 });
    setTimer(tx, { kind: taskTimer, aggregateId: made.id, fireKey: taskTimerKey(made.id, 'poster'), dueAt });
    setTimer(tx, { kind: taskTimer, aggregateId: made.id, fireKey: taskTimerKey(made.id, 'lead'), dueAt: new Date(dueAt.getTime() + taskDueMs[task]) });
    tellOfTask(tx, made, yoursOf[task], [posterId], inboxDataOf(notice).title, act.happenedAt);
  }

  /** @throws taskUnknown (404), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ task: NoticeTask; act: Act }> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: 2 });
    const judge = `SELECT 1 FROM notice_task t WHERE t.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('notice_task'), judge, [id, ...access.params]))) throw noticeErrors.taskUnknown();
    const task = await tx.manager.findOneByOrFail(NoticeTask, { id });
    assertFresh(command, task.version);
    return { task, act: actOf(tx, command, task.siteId, input, task.lastHappenedAt) };
  }

  lockForFact(tx: Transaction, id: string): Promise<NoticeTask> {
    return tx.manager.findOneOrFail(NoticeTask, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those of all editions of a notice, oldest first, locked in one order. */
  async lockOfNumber(tx: Transaction, number: string): Promise<NoticeTask[]> {
    return tx.manager.find(NoticeTask, { where: { number }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  advance(tx: Transaction, task: NoticeTask, act: Act, event: NoticeTaskEvent, changes: Partial<NoticeTask> = {}): void {
    const lastHappenedAt = act.happenedAt > task.lastHappenedAt ? act.happenedAt : task.lastHappenedAt;
    Object.assign(task, { ...changes, version: task.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(task);
    this.ledger.append(tx, eventOf(task, act, event));
  }
}

export function tellOfTask(
  tx: Transaction,
  task: NoticeTask,
  kind: TaskInboxKind,
  people: readonly string[],
  title: { zh: string; en: string },
  happenedAt: Date,
): void {
  for (const personId of people) {
    const subject = { type: 'notice-task' as const, id: task.id };
    const data = { number: task.number, title, place: task.place };
    notify(tx, { personId, siteId: task.siteId, kind, subject, occasion: `version-${task.version}`, data, happenedAt });
  }
}

function eventOf(task: NoticeTask, act: Act, event: NoticeTaskEvent): NewEvent {
  const which = { noticeId: task.noticeId, number: task.number, task: task.task, posterId: task.posterId };
  const envelope = { aggregateId: task.id, aggregateVersion: task.version, siteId: task.siteId, happenedAt: act.happenedAt, actor: act.actor };
  switch (event.kind) {
    case 'set':
      return { ...envelope, type: 'notifications.notice-task-set.v1', data: { ...which, where: task.place, dueAt: task.dueAt.toISOString(), ...(task.unproven && { unproven: true }) } };
    case 'reminded':
      return { ...envelope, type: 'notifications.notice-task-reminded.v1', data: { ...which, told: event.told, skipped: event.told.length === 0 } };
    case 'done': {
      const said = act.lateReason === undefined ? {} : { lateReason: act.lateReason };
      return { ...envelope, type: 'notifications.notice-task-done.v1', data: { ...which, ...said, attachmentIds: task.attachmentIds } };
    }
    case 'cancelled':
      return { ...envelope, type: 'notifications.notice-task-cancelled.v1', data: which };
  }
}
