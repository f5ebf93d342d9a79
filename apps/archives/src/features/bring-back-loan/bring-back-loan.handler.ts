import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { loanErrors } from '../../domain/loan-errors';
import { AccessLog } from '../../persistence/access-log';
import { LoanClocks } from '../../persistence/loan-clocks';
import { assertNotBorrower, lent, Loans, type LentLoan } from '../../persistence/loans';
import { addRemark } from '../../persistence/remarks';
import type { BringBackLoanDto } from './bring-back-loan.dto';

/** The paper is back: somebody else than its borrower inspects it, and what they find stays on the record (W4.3). */
@Injectable()
export class BringBackLoanHandler {
  constructor(
    private readonly loans: Loans,
    private readonly clocks: LoanClocks,
    private readonly log: AccessLog,
  ) {}

  /** @throws loanUnknown (404), findingMissing (400), ownLoan (403), onwardLending, loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { broughtBackBy, pagesComplete, unaltered, finding, ...input }: BringBackLoanDto): Promise<LentLoan> {
    const { loan, record, act, state } = await this.loans.lockForMove(tx, command, id, 'bring-back', input);
    assertNotBorrower(loan, act);
    if (broughtBackBy !== undefined && broughtBackBy !== loan.borrowerId && !loan.borrowerLeft) throw loanErrors.onwardLending();
    if (!(pagesComplete && unaltered) && finding === undefined) throw loanErrors.findingMissing();
    const inspected = { inspectedBy: act.actor.personId, pagesComplete, unaltered, finding: finding ?? null };
    this.loans.advance(tx, loan, act, { kind: 'returned' }, { state, ...inspected, overAt: act.happenedAt });
    if (finding !== undefined) await addRemark(tx, act, loan, finding);
    await this.clocks.back(tx, loan, act.happenedAt);
    this.log.note(tx, command.principal, 'archives.bringBackLoan', { id: loan.recordId, siteId: loan.siteId }, { loan: loan.number, whole: pagesComplete && unaltered });
    return lent(loan, record);
  }
}
