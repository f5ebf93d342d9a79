import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { setTimer } from '@property-office/timers';
import { contentIn } from '../../domain/notice-content';
import { expiryTimerKey, noticeTimers, reminderTimerKey } from '../../domain/notice-timers';
import type { Notice } from '../../persistence/notice.entity';
import { reachRecipients } from '../../persistence/recipients';
import { tellEndpoints } from './tell-endpoints';
import { SetPostingTasksHandler } from '../set-posting-tasks/set-posting-tasks.handler';

const hour = 3_600_000;

/** What follows from a release: who is told, and what its clock brings later. */
@Injectable()
export class ReachHandler {
  constructor(private readonly posting: SetPostingTasksHandler) {}

  async execute(tx: Transaction, notice: Notice, act: Act): Promise<void> {
    reachRecipients(tx, notice);
    await tellEndpoints(tx, notice);
    await this.posting.whenReleased(tx, notice, act);
    const { remindAfterHours } = contentIn(notice.content);
    const timer = (kind: string, fireKey: string, dueAt: Date): void => setTimer(tx, { kind, aggregateId: notice.id, fireKey, dueAt });
    if (notice.validUntil) timer(noticeTimers.expiry, expiryTimerKey(notice), notice.validUntil);
    if (remindAfterHours !== null) timer(noticeTimers.reminder, reminderTimerKey(notice), new Date(notice.releasedAt!.getTime() + remindAfterHours * hour));
  }
}
