import { Injectable } from '@nestjs/common';
import type { LoanEnd } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { LoanState } from '../domain/loan-states';
import { recalledDue } from '../domain/loan-terms';
import { LoanClocks } from './loan-clocks';
import type { Loan } from './loan.entity';
import { Loans } from './loans';

/** How a loan comes to its end before somebody brings it back, whoever says so. */
@Injectable()
export class LoanEnds {
  constructor(
    private readonly loans: Loans,
    private readonly clocks: LoanClocks,
  ) {}

  /** A digital one is looked at no more. */
  end(tx: Transaction, loan: Loan, act: Act, state: LoanState, because: LoanEnd, changes: Partial<Loan> = {}): void {
    this.loans.advance(tx, loan, act, { kind: 'ended', because }, { ...changes, state, overAt: act.happenedAt });
    // A timer that fires is not cancelled by what it does.
    if (because !== 'time-over') this.clocks.ended(tx, loan);
  }

  /** A paper is asked back: sooner than it was due, never later. */
  async recall(tx: Transaction, loan: Loan, act: Act, state: LoanState, changes: Partial<Loan>): Promise<void> {
    const dueAt = recalledDue(loan.dueAt, act.happenedAt);
    const sooner = dueAt < loan.dueAt;
    const clock = sooner ? await this.clocks.overtaken(tx, loan, act.happenedAt) : {};
    this.loans.advance(tx, loan, act, { kind: 'recalled' }, { state, dueAt, ...clock, ...changes });
    if (sooner) await this.clocks.out(tx, loan, act.happenedAt);
  }
}
