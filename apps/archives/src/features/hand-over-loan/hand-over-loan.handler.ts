import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { loanErrors } from '../../domain/loan-errors';
import { outStates } from '../../domain/loan-states';
import { AccessLog } from '../../persistence/access-log';
import { lockRecord } from '../../persistence/lent-records';
import { LoanClocks } from '../../persistence/loan-clocks';
import { assertNotBorrower, lent, Loans, type LentLoan } from '../../persistence/loans';

/** The paper goes to its borrower: one holder at a time (W4.3). */
@Injectable()
export class HandOverLoanHandler {
  constructor(
    private readonly loans: Loans,
    private readonly clocks: LoanClocks,
    private readonly log: AccessLog,
  ) {}

  /** @throws loanUnknown (404), ownLoan (403), paperOut, loanDatePast, loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LentLoan> {
    const { loan, record, act, state } = await this.loans.lockForMove(tx, command, id, 'hand-over', input);
    assertNotBorrower(loan, act);
    if (loan.dueAt <= tx.now) throw loanErrors.loanDatePast(loan.state, loan.form);
    await lockRecord(tx, loan.recordId);
    const [holder] = await tx.query<{ number: string }>('SELECT number FROM loan WHERE record_id = $1 AND state = ANY ($2)', [loan.recordId, outStates]);
    if (holder) throw loanErrors.paperOut({ number: holder.number });
    this.loans.advance(tx, loan, act, { kind: 'handed-over' }, { state, handedOverAt: act.happenedAt, handedOverBy: act.actor.personId });
    await this.clocks.out(tx, loan, act.happenedAt);
    this.log.note(tx, command.principal, 'archives.handOverLoan', { id: loan.recordId, siteId: loan.siteId }, { loan: loan.number });
    return lent(loan, record);
  }
}
