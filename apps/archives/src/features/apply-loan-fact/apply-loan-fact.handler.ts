import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { afterLoanFact, type LoanFact } from '../../domain/loan-states';
import { loanTimerKind } from '../../persistence/loan-clocks';
import { LoanEnds } from '../../persistence/loan-ends';
import type { Loan } from '../../persistence/loan.entity';
import { Loans } from '../../persistence/loans';

/** What nobody is asked about: the time of a digital loan is over, or its borrower works here no longer. */
@Injectable()
export class ApplyLoanFactHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly loans: Loans,
    private readonly ends: LoanEnds,
  ) {}

  onModuleInit(): void {
    this.timers.on(loanTimerKind, async (tx, { aggregateId }) => {
      const loan = await this.loans.lock(tx, aggregateId);
      if (loan && loan.dueAt <= tx.now) await this.execute(tx, loan, { actor: systemActor, happenedAt: tx.now }, 'time-over');
    });
  }

  /** All that somebody has asked for or borrowed, when they leave. */
  async borrowerLeft(tx: Transaction, borrowerId: string, act: Act): Promise<void> {
    for (const loan of await this.loans.lockOf(tx, borrowerId)) await this.execute(tx, loan, act, 'borrower-left');
  }

  /** A fact that no row takes came too late: the loan is over without it. */
  async execute(tx: Transaction, loan: Loan, act: Act, fact: LoanFact): Promise<void> {
    const state = afterLoanFact(loan.state, fact);
    if (!state) return;
    const left = { borrowerLeft: loan.borrowerLeft || fact === 'borrower-left' };
    if (state === 'ended') this.ends.end(tx, loan, act, state, fact, left);
    else if (state === 'recalled') await this.ends.recall(tx, loan, act, state, left);
    else this.loans.advance(tx, loan, act, { kind: 'withdrawn' }, { state, ...left, overAt: act.happenedAt });
  }
}
