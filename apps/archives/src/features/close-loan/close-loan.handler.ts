import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { LoanEnds } from '../../persistence/loan-ends';
import { lent, Loans, type LentLoan } from '../../persistence/loans';

/** Its borrower has seen enough, or whoever keeps the records ends it. */
@Injectable()
export class CloseLoanHandler {
  constructor(
    private readonly loans: Loans,
    private readonly ends: LoanEnds,
  ) {}

  /** @throws loanUnknown (404), loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LentLoan> {
    const { loan, record, act, state } = await this.loans.lockForMove(tx, command, id, 'close', input);
    this.ends.end(tx, loan, act, state, 'closed');
    return lent(loan, record);
  }
}
