import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { loanErrors } from '../../domain/loan-errors';
import { AccessLog } from '../../persistence/access-log';
import { LoanClocks } from '../../persistence/loan-clocks';
import { assertBorrower, lent, Loans, type LentLoan } from '../../persistence/loans';

/** The time of a digital loan begins; it ends by itself (W4.3). */
@Injectable()
export class OpenLoanHandler {
  constructor(
    private readonly loans: Loans,
    private readonly clocks: LoanClocks,
    private readonly log: AccessLog,
  ) {}

  /** @throws loanUnknown (404), borrowersAlone (403), loanDatePast, loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LentLoan> {
    const { loan, record, act, state } = await this.loans.lockForMove(tx, command, id, 'open', input);
    assertBorrower(loan, act);
    if (loan.dueAt <= tx.now) throw loanErrors.loanDatePast(loan.state, loan.form);
    this.loans.advance(tx, loan, act, { kind: 'opened' }, { state, handedOverAt: act.happenedAt });
    this.clocks.opened(tx, loan);
    this.log.note(tx, command.principal, 'archives.openLoan', { id: loan.recordId, siteId: loan.siteId }, { loan: loan.number });
    return lent(loan, record);
  }
}
