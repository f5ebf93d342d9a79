import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { cancelTimer, TimerLoop } from '@property-office/timers';
import type { NoticeEvent } from '../../domain/notice-event';
import { afterFact, type NoticeState } from '../../domain/notice-states';
import { expiryTimerKey, noticeTimers, releaseTimerKey, reminderTimerKey } from '../../domain/notice-timers';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { tellOfCorrection, tellOfWithdrawal } from '../../persistence/tell-of-end';
import { SetPostingTasksHandler } from '../set-posting-tasks/set-posting-tasks.handler';

/** A notice ceases to hold: by its time, by a new edition, or by hand. */
@Injectable()
export class EndNoticeHandler implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly posting: SetPostingTasksHandler,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.timers.on(noticeTimers.expiry, async (tx, { aggregateId }) => {
      const notice = await this.notices.lockForFact(tx, aggregateId);
      await this.expire(tx, notice, { actor: systemActor, happenedAt: tx.now });
    });
  }

  /** Came too late: withdrawn or corrected before. A timer that fires is not cancelled by what it does. */
  async expire(tx: Transaction, notice: Notice, act: Act): Promise<void> {
    const state = afterFact(notice.state, 'expire');
    if (!state) return;
    cancelTimer(tx, reminderTimerKey(notice));
    this.end(tx, notice, act, { kind: 'expired' }, state);
    await this.posting.whenExpired(tx, notice, act);
  }

  /** @param next released in its place */
  async correct(tx: Transaction, notice: Notice, act: Act, next: Notice): Promise<void> {
    this.stopClocks(tx, notice);
    this.end(tx, notice, act, { kind: 'corrected', correctedById: next.id }, 'corrected', { correctedById: next.id });
    await this.posting.whenRetracted(tx, notice, act, next);
    tellOfCorrection(tx, notice, next);
  }

  async withdraw(tx: Transaction, notice: Notice, act: Act, state: NoticeState, reason: string): Promise<void> {
    this.stopClocks(tx, notice);
    this.end(tx, notice, act, { kind: 'withdrawn', reason, from: notice.state }, state, { withdrawnBecause: reason });
    if (notice.releasedAt === null) return;
    await this.posting.whenRetracted(tx, notice, act);
    tellOfWithdrawal(tx, notice);
  }

  private stopClocks(tx: Transaction, notice: Notice): void {
    for (const key of [releaseTimerKey(notice), expiryTimerKey(notice), reminderTimerKey(notice)]) cancelTimer(tx, key);
  }

  private end(tx: Transaction, notice: Notice, act: Act, event: NoticeEvent, state: NoticeState, changes: Partial<Notice> = {}): void {
    this.notices.advance(tx, notice, act, event, { ...changes, state, endedAt: tx.now });
  }
}
