import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act, ActFields, CommandContext } from '@property-office/service-kit';
import { cancelTimer, TimerLoop } from '@property-office/timers';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { afterFact, type NoticeState } from '../../domain/notice-states';
import { noticeTimers, releaseTimerKey } from '../../domain/notice-timers';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { EndNoticeHandler } from '../end-notice/end-notice.handler';
import { ReachHandler } from './reach.handler';

/** What was approved goes out, byte for byte, by hand or by its timer: one event, one transaction with all it reaches. */
@Injectable()
export class ReleaseNoticeHandler implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly reach: ReachHandler,
    private readonly ending: EndNoticeHandler,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.timers.on(noticeTimers.release, (tx, { aggregateId }) => this.whenDue(tx, aggregateId));
  }

  /** @throws unknown (404), noticeMoveIllegal, altered, outOfDate (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    const state = stateAfter(notice.state, 'release');
    if (isOver(notice, tx.now)) throw noticeErrors.outOfDate();
    cancelTimer(tx, releaseTimerKey(notice));
    await this.release(tx, notice, act, state);
    return notice;
  }

  /** Withdrawn or released by hand meanwhile: nothing is left to do. After its validity nobody is told any more. */
  private async whenDue(tx: Transaction, id: string): Promise<void> {
    const notice = await this.notices.lockForFact(tx, id);
    const act: Act = { actor: systemActor, happenedAt: tx.now };
    const state = afterFact(notice.state, 'release-due');
    if (!state) return;
    if (isOver(notice, tx.now)) return this.ending.expire(tx, notice, act);
    await this.release(tx, notice, act, state);
  }

  private async release(tx: Transaction, notice: Notice, act: Act, state: NoticeState): Promise<void> {
    await this.notices.assertAsApproved(tx, notice);
    // Before any task of theirs, as whoever withdraws the other edition at this moment locks it.
    const corrected = notice.correctsId === null ? undefined : await this.notices.lockForFact(tx, notice.correctsId);
    const releasedBy = act.actor.role === 'system' ? null : act.actor.personId;
    this.notices.advance(tx, notice, act, { kind: 'released' }, { state, releasedAt: tx.now, releasedBy });
    await this.reach.execute(tx, notice, act);
    // The edition it corrects ceases to hold, unless it did before.
    if (corrected && afterFact(corrected.state, 'superseded')) await this.ending.correct(tx, corrected, act, notice);
  }
}

function isOver({ validUntil }: Notice, now: Date): boolean {
  return validUntil !== null && validUntil <= now;
}
