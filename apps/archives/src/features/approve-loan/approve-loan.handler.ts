import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { isImportant } from '../../domain/importance';
import { loanErrors } from '../../domain/loan-errors';
import { decidingAct, lent, Loans, type LentLoan } from '../../persistence/loans';

/** Somebody else than the borrower decides, and of an important record the director (W4.3). */
@Injectable()
export class ApproveLoanHandler {
  constructor(private readonly loans: Loans) {}

  /** @throws loanUnknown (404), ownLoan, decidedByDirector (403), loanDatePast, loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LentLoan> {
    const locked = await this.loans.lockForMove(tx, command, id, 'approve', input);
    const { loan, record, state } = locked;
    const act = decidingAct(command, locked);
    if (loan.dueAt <= tx.now) throw loanErrors.loanDatePast(loan.state, loan.form);
    this.loans.advance(tx, loan, act, { kind: 'approved' }, { state, decidedBy: act.actor.personId, important: loan.important || isImportant(record) });
    return lent(loan, record);
  }
}
