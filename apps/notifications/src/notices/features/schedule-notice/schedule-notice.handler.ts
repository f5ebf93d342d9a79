import { Injectable } from '@nestjs/common';
import { liesAhead } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { setTimer } from '@property-office/timers';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { noticeTimers, releaseTimerKey } from '../../domain/notice-timers';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import type { ScheduleNoticeDto } from './schedule-notice.dto';

/** What was approved goes out by itself at a time, by a timer that survives a restart. Set again, it is moved. */
@Injectable()
export class ScheduleNoticeHandler {
  constructor(private readonly notices: Notices) {}

  /** @throws unknown (404), noticeMoveIllegal (409), releaseNotAhead, releaseAfterValidity (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ScheduleNoticeDto): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    const state = stateAfter(notice.state, 'schedule');
    const { releaseAt } = input;
    if (!liesAhead(releaseAt, tx.now)) throw noticeErrors.releaseNotAhead();
    if (notice.validUntil && releaseAt >= notice.validUntil) throw noticeErrors.releaseAfterValidity();
    this.notices.advance(tx, notice, act, { kind: 'scheduled', releaseAt }, { state, releaseAt });
    setTimer(tx, { kind: noticeTimers.release, aggregateId: id, fireKey: releaseTimerKey(notice), dueAt: releaseAt });
    return notice;
  }
}
