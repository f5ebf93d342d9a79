import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { cancelTimersOf, setTimer, TimerLoop, type Timer } from '@property-office/timers';
import { approvalDue, approvalLevelOf, approvalLevels, approvalRoles, approvalTimer, approvalTimerKey } from '../../domain/approval-clock';
import { zoneOf } from '../../persistence/known-places';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { holdersIn, tellPeople } from '../../persistence/tell-people';

/** What was submitted and nobody has decided on: its approvers hear it again, then the director, then the company; each level once (G5). */
@Injectable()
export class RemindApproversHandler implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.timers.on(approvalTimer, (tx, timer) => this.remind(tx, timer));
  }

  async whenSubmitted(tx: Transaction, notice: Notice, { happenedAt }: Act): Promise<void> {
    const timeZone = await zoneOf(tx, notice.siteId);
    for (const level of approvalLevels) {
      const dueAt = approvalDue(timeZone, happenedAt, level);
      setTimer(tx, { kind: approvalTimer, aggregateId: notice.id, fireKey: approvalTimerKey(notice, level), dueAt });
    }
  }

  /** Nobody who had a hand in it is asked; a level with nobody else is recorded as skipped. */
  private async remind(tx: Transaction, { aggregateId, fireKey }: Timer): Promise<void> {
    const notice = await this.notices.lockForFact(tx, aggregateId);
    if (notice.state !== 'submitted') return;
    const level = approvalLevelOf(fireKey);
    const hands = [...notice.writerIds, notice.submittedBy];
    const told = (await holdersIn(tx, notice, approvalRoles(level))).filter((personId) => !hands.includes(personId));
    const act = { actor: systemActor, happenedAt: tx.now };
    this.notices.advance(tx, notice, act, { kind: 'approval-escalated', level, told });
    tellPeople(tx, notice, act, 'notice-approval-late', told);
  }
}

/** Decided, or taken back: a notice that was submitted has no other clock. */
export function stopApprovalClock(tx: Transaction, { id }: Notice): void {
  cancelTimersOf(tx, id);
}
