import { Deadlines, leaverCopies, officeCopies, OfficeRules, ReadPromises, superiorCopies } from '@property-office/deadlines';
import { ApplyLoanFactHandler } from './features/apply-loan-fact/apply-loan-fact.handler';
import { ApproveCopyController } from './features/approve-copy/approve-copy.controller';
import { ApproveCopyHandler } from './features/approve-copy/approve-copy.handler';
import { ApproveLoanController } from './features/approve-loan/approve-loan.controller';
import { ApproveLoanHandler } from './features/approve-loan/approve-loan.handler';
import { AskCopyController } from './features/ask-copy/ask-copy.controller';
import { AskCopyHandler } from './features/ask-copy/ask-copy.handler';
import { AskLoanController } from './features/ask-loan/ask-loan.controller';
import { AskLoanHandler } from './features/ask-loan/ask-loan.handler';
import { BringBackLoanController } from './features/bring-back-loan/bring-back-loan.controller';
import { BringBackLoanHandler } from './features/bring-back-loan/bring-back-loan.handler';
import { CloseLoanController } from './features/close-loan/close-loan.controller';
import { CloseLoanHandler } from './features/close-loan/close-loan.handler';
import { ExtendLoanController } from './features/extend-loan/extend-loan.controller';
import { ExtendLoanHandler } from './features/extend-loan/extend-loan.handler';
import { HandOverCopyController } from './features/hand-over-copy/hand-over-copy.controller';
import { HandOverCopyHandler } from './features/hand-over-copy/hand-over-copy.handler';
import { HandOverLoanController } from './features/hand-over-loan/hand-over-loan.controller';
import { HandOverLoanHandler } from './features/hand-over-loan/hand-over-loan.handler';
import { ListCopiesController } from './features/list-copies/list-copies.controller';
import { ListLoansController } from './features/list-loans/list-loans.controller';
import { MakeCopyController } from './features/make-copy/make-copy.controller';
import { MakeCopyHandler } from './features/make-copy/make-copy.handler';
import { OpenLoanController } from './features/open-loan/open-loan.controller';
import { OpenLoanHandler } from './features/open-loan/open-loan.handler';
import { PrintCopyController } from './features/print-copy/print-copy.controller';
import { PrintCopyHandler } from './features/print-copy/print-copy.handler';
import { ReadCopyController } from './features/read-copy/read-copy.controller';
import { ReadLoanController } from './features/read-loan/read-loan.controller';
import { RecallLoanController } from './features/recall-loan/recall-loan.controller';
import { RecallLoanHandler } from './features/recall-loan/recall-loan.handler';
import { RefuseCopyController } from './features/refuse-copy/refuse-copy.controller';
import { RefuseCopyHandler } from './features/refuse-copy/refuse-copy.handler';
import { RefuseLoanController } from './features/refuse-loan/refuse-loan.controller';
import { RefuseLoanHandler } from './features/refuse-loan/refuse-loan.handler';
import { ViewLoanFileController } from './features/view-loan-file/view-loan-file.controller';
import { ViewLoanFileHandler } from './features/view-loan-file/view-loan-file.handler';
import { WithdrawCopyController } from './features/withdraw-copy/withdraw-copy.controller';
import { WithdrawCopyHandler } from './features/withdraw-copy/withdraw-copy.handler';
import { WithdrawLoanController } from './features/withdraw-loan/withdraw-loan.controller';
import { WithdrawLoanHandler } from './features/withdraw-loan/withdraw-loan.handler';
import { MarkHeld } from './marks/mark-held';
import { AskFileSizes } from './marks/markable-held';
import { Copies } from './persistence/copies';
import { LoanClocks } from './persistence/loan-clocks';
import { LoanEnds } from './persistence/loan-ends';
import { Loans } from './persistence/loans';
import { ReadCopies } from './persistence/read-copies';
import { ReadLoans } from './persistence/read-loans';
import { ReleaseLoansReaction } from './reactions/release-loans.reaction';
import { ReadBytes } from './sources/read-bytes';

/** What the module has of loans and copies (W4.3). */
export const lendingControllers = [
  AskLoanController,
  ListLoansController,
  ReadLoanController,
  ViewLoanFileController,
  ApproveLoanController,
  RefuseLoanController,
  WithdrawLoanController,
  HandOverLoanController,
  OpenLoanController,
  ExtendLoanController,
  RecallLoanController,
  BringBackLoanController,
  CloseLoanController,
  AskCopyController,
  ListCopiesController,
  ReadCopyController,
  PrintCopyController,
  ApproveCopyController,
  RefuseCopyController,
  WithdrawCopyController,
  MakeCopyController,
  HandOverCopyController,
  ReleaseLoansReaction,
  officeCopies('archives'),
  leaverCopies('archives'),
  superiorCopies('archives'),
];

export const lendingProviders = [
  AskLoanHandler,
  ViewLoanFileHandler,
  ApproveLoanHandler,
  RefuseLoanHandler,
  WithdrawLoanHandler,
  HandOverLoanHandler,
  OpenLoanHandler,
  ExtendLoanHandler,
  RecallLoanHandler,
  BringBackLoanHandler,
  CloseLoanHandler,
  ApplyLoanFactHandler,
  AskCopyHandler,
  PrintCopyHandler,
  ApproveCopyHandler,
  RefuseCopyHandler,
  WithdrawCopyHandler,
  MakeCopyHandler,
  HandOverCopyHandler,
  Deadlines,
  OfficeRules,
  ReadPromises,
  MarkHeld,
  AskFileSizes,
  ReadBytes,
  Loans,
  LoanClocks,
  LoanEnds,
  ReadLoans,
  Copies,
  ReadCopies,
];
