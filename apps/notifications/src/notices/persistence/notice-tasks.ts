import { Injectable } from '@nestjs/common';
import { accessCondition, grantAccess, lockRow, lockThenJudge } from '@property-office/access';
import type { EventData, NoticeTaskKind } from '@property-office/contracts';
import { Ledger, type NewEvent } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { notify } from '../../persistence/notify';
import type { PostingPlace } from '../domain/designated-channels';
import { noticeErrors } from '../domain/errors';
import { yoursOf, type TaskInboxKind } from '../domain/notice-task-states';
import { inboxDataOf } from './inbox-data';
import { NoticeTask } from './notice-task.entity';
import type { Notice } from './notice.entity';

type Named = 'noticeId' | 'number' | 'task' | 'posterId';
type LevelOfTask = Omit<EventData<'notifications.notice-task-escalated.v1'>, Named>;
type LateTask = Omit<EventData<'notifications.notice-task-shown-on-time.v1'>, Named>;
export type NoticeTaskEvent =
  | { kind: 'set' }
  | { kind: 'escalated'; level: LevelOfTask }
  | { kind: 'shown-on-time'; level: LateTask }
  | { kind: 'done' }
  | { kind: 'cancelled' };

/** What somebody is to do where, and by when. */
export interface NewTask {
  id: string;
  task: NoticeTaskKind;
  place: PostingPlace;
  dueAt: Date;
  /** Nobody has shown that the old one was out there. */
  unproven: boolean;
}

/** Tasks as they are written: the row and the event that says why, always together. */
@Injectable()
export class NoticeTasks {
  constructor(private readonly ledger: Ledger) {}

  /** Somebody is to do it, and hears of it. Its clock has its id (`TaskClocks`). */
  set(tx: Transaction, notice: Notice, act: Act, { id, task, place: { name, posterId }, dueAt, unproven }: NewTask): void {
    const made = Object.assign(new NoticeTask(), {
      id,
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
    // What a clock says is no act: one that was entered later may have happened before it (G2).
    const isAct = event.kind !== 'escalated' && event.kind !== 'shown-on-time';
    const lastHappenedAt = isAct && act.happenedAt > task.lastHappenedAt ? act.happenedAt : task.lastHappenedAt;
    Object.assign(task, { ...changes, version: task.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(task);
    this.ledger.append(tx, eventOf(task, act, event));
  }
}

function tellOfTask(
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
    case 'escalated':
      return { ...envelope, type: 'notifications.notice-task-escalated.v1', data: { ...which, ...event.level } };
    case 'shown-on-time':
      return { ...envelope, type: 'notifications.notice-task-shown-on-time.v1', data: { ...which, ...event.level } };
    case 'done': {
      const said = act.lateReason === undefined ? {} : { lateReason: act.lateReason };
      return { ...envelope, type: 'notifications.notice-task-done.v1', data: { ...which, ...said, attachmentIds: task.attachmentIds } };
    }
    case 'cancelled':
      return { ...envelope, type: 'notifications.notice-task-cancelled.v1', data: which };
  }
}
