import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { TimerLoop } from '@property-office/timers';
import { afterMove } from '../../domain/complaint-states';
import { Complainants } from '../../persistence/complainants';
import { Complaints } from '../../persistence/complaints';
import { MarkMajorHandler } from './mark-major.handler';

/** Set by a migration, for what was recorded before. */
const timerKind = 'complaint-households';

/** A complaint that is open when households come to be counted otherwise is judged by their number then, as where somebody joins it (W2.3). */
@Injectable()
export class JudgeHouseholds implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly major: MarkMajorHandler,
  ) {}

  onModuleInit(): void {
    this.timers.on(timerKind, (tx, { aggregateId }) => this.judge(tx, aggregateId));
  }

  private async judge(tx: Transaction, id: string): Promise<void> {
    const complaint = await this.complaints.lockForFact(tx, id);
    if (afterMove(complaint.state, 'make-major') === undefined) return;
    const households = await this.complainants.households(tx, id);
    await this.major.byRule(tx, complaint, { actor: systemActor, happenedAt: tx.now }, { households });
  }
}
