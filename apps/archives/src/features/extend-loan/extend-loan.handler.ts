import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { loanErrors } from '../../domain/loan-errors';
import { isWithinTerm, mostExtensions } from '../../domain/loan-terms';
import { LoanClocks } from '../../persistence/loan-clocks';
import { decidingAct, lent, Loans, type LentLoan } from '../../persistence/loans';
import type { ExtendLoanDto } from './extend-loan.dto';

/** Once, by who may decide it (W4.3). */
@Injectable()
export class ExtendLoanHandler {
  constructor(
    private readonly loans: Loans,
    private readonly clocks: LoanClocks,
  ) {}

  /** @throws loanUnknown (404), loanDateWrong (400), ownLoan, decidedByDirector (403), extendedAlready, loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { dueAt, ...input }: ExtendLoanDto): Promise<LentLoan> {
    const locked = await this.loans.lockForMove(tx, command, id, 'extend', input);
    const { loan, record, state } = locked;
    const act = decidingAct(command, locked);
    if (loan.extensions >= mostExtensions) throw loanErrors.extendedAlready(loan.state, loan.form);
    if (dueAt <= tx.now || !isWithinTerm(loan.form, loan.dueAt, dueAt)) throw loanErrors.loanDateWrong(loan.form);
    const paper = loan.form === 'paper';
    const clock = paper ? await this.clocks.overtaken(tx, loan, act.happenedAt) : {};
    this.loans.advance(tx, loan, act, { kind: 'extended' }, { state, ...clock, dueAt, extensions: loan.extensions + 1 });
    if (paper) await this.clocks.out(tx, loan, act.happenedAt);
    else this.clocks.opened(tx, loan);
    return lent(loan, record);
  }
}
