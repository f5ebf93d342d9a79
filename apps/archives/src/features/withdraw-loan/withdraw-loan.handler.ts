import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { assertBorrower, lent, Loans, type LentLoan } from '../../persistence/loans';

/** Whoever asked for it wants it no more. */
@Injectable()
export class WithdrawLoanHandler {
  constructor(private readonly loans: Loans) {}

  /** @throws loanUnknown (404), borrowersAlone (403), loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LentLoan> {
    const { loan, record, act, state } = await this.loans.lockForMove(tx, command, id, 'withdraw', input);
    assertBorrower(loan, act);
    this.loans.advance(tx, loan, act, { kind: 'withdrawn' }, { state, overAt: act.happenedAt });
    return lent(loan, record);
  }
}
