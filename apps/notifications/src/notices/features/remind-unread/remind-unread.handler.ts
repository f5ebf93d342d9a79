import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act, ActFields, CommandContext } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { noticeTimers } from '../../domain/notice-timers';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { remindRecipients } from '../../persistence/reminders';

const day = 24 * 3_600_000;

/** Those who have not read it, or not said so where that is asked for, hear of it again: by hand or by its timer. */
@Injectable()
export class RemindUnreadHandler implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.timers.on(noticeTimers.reminder, async (tx, { aggregateId }) => {
      const notice = await this.notices.lockForFact(tx, aggregateId);
      if (notice.state === 'released') await this.remind(tx, notice, { actor: systemActor, happenedAt: tx.now });
    });
  }

  /** @throws unknown (404), noticeMoveIllegal, remindedToday (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    stateAfter(notice.state, 'remind');
    if (notice.remindedAt && tx.now.getTime() - notice.remindedAt.getTime() < day) throw noticeErrors.remindedToday();
    await this.remind(tx, notice, act);
    return notice;
  }

  private async remind(tx: Transaction, notice: Notice, act: Act): Promise<void> {
    const round = notice.reminders + 1;
    const people = await remindRecipients(tx, notice, round);
    this.notices.advance(tx, notice, act, { kind: 'reminded', round, people }, { reminders: round, remindedAt: tx.now });
  }
}
