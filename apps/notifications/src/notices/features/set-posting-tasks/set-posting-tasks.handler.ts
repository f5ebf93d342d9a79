import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { cancelTimersOf, TimerLoop, type Timer } from '@property-office/timers';
import { holdersOf } from '../../../persistence/audience';
import { contentIn } from '../../domain/notice-content';
import { afterNoticeEnded, reminderOf, taskTimer } from '../../domain/notice-task-states';
import { ChannelsOfSite } from '../../persistence/channels-of-site';
import { inboxDataOf } from '../../persistence/inbox-data';
import { NoticeTasks, tellOfTask } from '../../persistence/notice-tasks';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';

/** A release brings work of hands; its end takes back what was not done, and takes the paper down. */
@Injectable()
export class SetPostingTasksHandler implements OnModuleInit {
  constructor(
    private readonly channels: ChannelsOfSite,
    private readonly tasks: NoticeTasks,
    private readonly notices: Notices,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.timers.on(taskTimer, (tx, timer) => this.remind(tx, timer));
  }

  async whenReleased(tx: Transaction, notice: Notice, act: Act): Promise<void> {
    const { channels } = contentIn(notice.content);
    if (!channels.includes('chat-group') && !channels.includes('paper-board')) return;
    const { chatGroups, paperBoards } = await this.channels.lock(tx, notice.siteId, notice.kind);
    if (channels.includes('chat-group')) for (const group of chatGroups) this.tasks.set(tx, notice, act, 'chat-post', group);
    if (channels.includes('paper-board')) for (const board of paperBoards) this.tasks.set(tx, notice, act, 'paper-up', board);
  }

  async whenEnded(tx: Transaction, notice: Notice, act: Act): Promise<void> {
    for (const task of await this.tasks.lockOfNotice(tx, notice.id)) {
      const state = afterNoticeEnded(task.state);
      if (state) {
        cancelTimersOf(tx, task.id);
        this.tasks.advance(tx, task, act, { kind: 'cancelled' }, { state });
      } else if (task.task === 'paper-up' && task.state === 'done') {
        this.tasks.set(tx, notice, act, 'paper-down', { name: task.place, posterId: task.posterId });
      }
    }
  }

  /** Late: its poster hears it again, then the lead of the desk. A level with nobody is recorded as skipped (G5). */
  private async remind(tx: Transaction, { aggregateId, fireKey }: Timer): Promise<void> {
    const task = await this.tasks.lockForFact(tx, aggregateId);
    if (task.state !== 'open') return;
    const told = reminderOf(fireKey) === 'poster' ? [task.posterId] : await holdersOf(tx, ['desk-lead'], task.siteId);
    this.tasks.advance(tx, task, { actor: systemActor, happenedAt: tx.now }, { kind: 'reminded', told });
    const notice = await this.notices.of(tx, task.noticeId);
    tellOfTask(tx, task, 'notice-task-late', told, inboxDataOf(notice).title, tx.now);
  }
}
