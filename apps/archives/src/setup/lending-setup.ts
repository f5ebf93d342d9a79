import type { OperationKey } from '@property-office/access';
import { Audit } from '@property-office/audit';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import type { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { ApproveCopyHandler } from '../features/approve-copy/approve-copy.handler';
import { ApproveLoanHandler } from '../features/approve-loan/approve-loan.handler';
import { AskCopyHandler } from '../features/ask-copy/ask-copy.handler';
import { AskLoanHandler } from '../features/ask-loan/ask-loan.handler';
import { BringBackLoanHandler } from '../features/bring-back-loan/bring-back-loan.handler';
import { CloseLoanHandler } from '../features/close-loan/close-loan.handler';
import { HandOverCopyHandler } from '../features/hand-over-copy/hand-over-copy.handler';
import { HandOverLoanHandler } from '../features/hand-over-loan/hand-over-loan.handler';
import { MakeCopyHandler } from '../features/make-copy/make-copy.handler';
import { OpenLoanHandler } from '../features/open-loan/open-loan.handler';
import { RecallLoanHandler } from '../features/recall-loan/recall-loan.handler';
import { RefuseCopyHandler } from '../features/refuse-copy/refuse-copy.handler';
import { RefuseLoanHandler } from '../features/refuse-loan/refuse-loan.handler';
import { WithdrawCopyHandler } from '../features/withdraw-copy/withdraw-copy.handler';
import { WithdrawLoanHandler } from '../features/withdraw-loan/withdraw-loan.handler';
import { AccessLog } from '../persistence/access-log';
import { Copies } from '../persistence/copies';
import { LoanClocks } from '../persistence/loan-clocks';
import { LoanEnds } from '../persistence/loan-ends';
import { Loans } from '../persistence/loans';
import { demoCopies, demoFinding, demoLoans, demoRecalled, demoRefused, type DemoLent } from './demo-lending';

const day = 24 * 3_600_000;
type By = (operation: OperationKey, role: 'clerk' | 'director' | 'lead') => CommandContext;

/** None of what the demonstration lends is large. */
const sizes = new Map<string, number>();

/** The use cases of loans and copies, as the demonstration runs them: same rules, same ledger. */
export class LendingSetup {
  private readonly loans: Loans;
  private readonly copies: Copies;
  private readonly clocks: LoanClocks;
  private readonly ends: LoanEnds;
  private readonly log: AccessLog;

  constructor(
    private readonly tx: Transaction,
    database: Database,
    ledger: Ledger,
    private readonly by: By,
  ) {
    this.loans = new Loans(ledger);
    this.copies = new Copies(ledger);
    this.clocks = new LoanClocks(new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined })), this.loans);
    this.clocks.onModuleInit();
    this.ends = new LoanEnds(this.loans, this.clocks);
    this.log = new AccessLog(database, new Audit());
  }

  /** @param records by what they are in the demonstration */
  async bringAll(records: Readonly<Record<DemoLent, string>>): Promise<void> {
    for (const { of, ...loan } of demoLoans) await this.bringLoan(records[of], of === 'hidden' ? 'clerk' : 'lead', loan);
    for (const { of, ...copy } of demoCopies) await this.bringCopy(records[of], copy);
  }

  private async bringLoan(recordId: string, borrower: 'clerk' | 'lead', { state, form, purpose, days }: Omit<(typeof demoLoans)[number], 'of'>): Promise<void> {
    const { tx, loans, clocks, ends, log, by } = this;
    const dueAt = new Date(tx.now.getTime() + days * day);
    const { id } = (await new AskLoanHandler(loans).execute(tx, by('archives.askLoan', borrower), { recordId, form, purpose, dueAt }, sizes)).loan;
    if (state === 'refused') await new RefuseLoanHandler(loans).execute(tx, by('archives.refuseLoan', 'director'), id, { reason: demoRefused });
    if (state === 'withdrawn') await new WithdrawLoanHandler(loans).execute(tx, by('archives.withdrawLoan', borrower), id, {});
    if (['asked', 'refused', 'withdrawn'].includes(state)) return;
    await new ApproveLoanHandler(loans).execute(tx, by('archives.approveLoan', 'director'), id, {});
    if (state === 'approved') return;
    if (form === 'digital') await new OpenLoanHandler(loans, clocks, log).execute(tx, by('archives.openLoan', borrower), id, {});
    else await new HandOverLoanHandler(loans, clocks, log).execute(tx, by('archives.handOverLoan', 'clerk'), id, {});
    if (state === 'ended') await new CloseLoanHandler(loans, ends).execute(tx, by('archives.closeLoan', borrower), id, {});
    if (state === 'recalled') await new RecallLoanHandler(loans, ends).execute(tx, by('archives.recallLoan', 'director'), id, { reason: demoRecalled });
    if (state === 'returned') await new BringBackLoanHandler(loans, clocks, log).execute(tx, by('archives.bringBackLoan', 'clerk'), id, demoFinding);
  }

  private async bringCopy(recordId: string, { state, ...said }: Omit<(typeof demoCopies)[number], 'of'>): Promise<void> {
    const { tx, copies, log, by } = this;
    const { id } = (await new AskCopyHandler(copies).execute(tx, by('archives.askCopy', 'lead'), { recordId, ...said }, sizes)).copy;
    if (state === 'refused') await new RefuseCopyHandler(copies).execute(tx, by('archives.refuseCopy', 'director'), id, { reason: demoRefused });
    if (state === 'withdrawn') await new WithdrawCopyHandler(copies).execute(tx, by('archives.withdrawCopy', 'lead'), id, {});
    if (['asked', 'refused', 'withdrawn'].includes(state)) return;
    await new ApproveCopyHandler(copies).execute(tx, by('archives.approveCopy', 'director'), id, {});
    if (state === 'approved') return;
    await new MakeCopyHandler(copies, log).execute(tx, by('archives.makeCopy', 'clerk'), id, {});
    if (state === 'handed-over') await new HandOverCopyHandler(copies).execute(tx, by('archives.handOverCopy', 'clerk'), id, { receivedBy: said.forWhom });
  }
}
