import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { LoanEnds } from '../../persistence/loan-ends';
import { lent, Loans, type LentLoan } from '../../persistence/loans';
import type { LendingReasonDto } from '../lending-reason.dto';

/** It is wanted back before its time: a paper by tomorrow, a digital one at once. */
@Injectable()
export class RecallLoanHandler {
  constructor(
    private readonly loans: Loans,
    private readonly ends: LoanEnds,
  ) {}

  /** @throws loanUnknown (404), loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: LendingReasonDto): Promise<LentLoan> {
    const { loan, record, act, state } = await this.loans.lockForMove(tx, command, id, 'recall', input);
    if (loan.form === 'paper') await this.ends.recall(tx, loan, act, state, { recalledReason: reason });
    else this.ends.end(tx, loan, act, state, 'recalled', { recalledReason: reason });
    return lent(loan, record);
  }
}
