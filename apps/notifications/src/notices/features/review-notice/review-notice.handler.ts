import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act, CommandContext } from '@property-office/service-kit';
import { cancelTimer, TimerLoop, type Timer } from '@property-office/timers';
import { noticeErrors } from '../../domain/errors';
import { noticeTimers, reviewLevelOf, reviewLevels, reviewTimerKey } from '../../domain/notice-timers';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { holdersIn, tellPeople } from '../../persistence/tell-people';
import type { ReviewNoticeDto } from './review-notice.dto';

/** The director looks at what went out at night; an objection is followed by a withdrawal or correction, as with any notice. */
@Injectable()
export class ReviewNoticeHandler implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.timers.on(noticeTimers.review, (tx, timer) => this.escalate(tx, timer));
  }

  /** @throws unknown (404), reviewNeedsAnother (403), noReviewOpen (409), objectionNeedsRemarks (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReviewNoticeDto): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    if (notice.reviewBy === null || notice.verdict !== null) throw noticeErrors.noReviewOpen();
    if (!(await this.notices.isNotOf(tx, notice, act.actor, 'notice-released'))) throw noticeErrors.reviewNeedsAnother();
    const { verdict, remarks = null } = input;
    if (verdict === 'objected' && remarks === null) throw noticeErrors.objectionNeedsRemarks();
    const changes = { verdict, reviewRemarks: remarks, reviewedBy: act.actor.personId, reviewedAt: tx.now };
    this.notices.advance(tx, notice, act, { kind: 'reviewed', verdict, remarks }, changes);
    for (const level of reviewLevels) cancelTimer(tx, reviewTimerKey(notice, level));
    if (verdict === 'objected') tellPeople(tx, notice, act, 'notice-objected', [notice.releasedBy!]);
    return notice;
  }

  /** Not looked at yet: the director is reminded, then the company hears; a level with nobody is recorded as skipped (G5). */
  private async escalate(tx: Transaction, { aggregateId, fireKey }: Timer): Promise<void> {
    const notice = await this.notices.lockForFact(tx, aggregateId);
    if (notice.verdict !== null) return;
    const act: Act = { actor: systemActor, happenedAt: tx.now };
    const level = reviewLevelOf(fireKey);
    const told = await holdersIn(tx, notice, [level]);
    this.notices.advance(tx, notice, act, { kind: 'review-escalated', level, told });
    tellPeople(tx, notice, act, level === 'director' ? 'notice-to-review' : 'notice-review-overdue', told);
  }
}
