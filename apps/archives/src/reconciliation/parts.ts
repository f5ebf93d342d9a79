import { AskAgainController } from './features/ask-again/ask-again.controller';
import { AskAgainHandler } from './features/ask-again/ask-again.handler';
import { CloseMonthController } from './features/close-month/close-month.controller';
import { CloseMonthHandler } from './features/close-month/close-month.handler';
import { ExplainCaseController } from './features/explain-case/explain-case.controller';
import { ExplainCaseHandler } from './features/explain-case/explain-case.handler';
import { ListMonthCasesController } from './features/list-month-cases/list-month-cases.controller';
import { ListMonthsController } from './features/list-months/list-months.controller';
import { OpenRepairRegisterController } from './features/open-repair-register/open-repair-register.controller';
import { ReadMonthController } from './features/read-month/read-month.controller';
import { MonthCases } from './persistence/month-cases';
import { MonthClocks } from './persistence/month-clocks';
import { MonthFacts } from './persistence/month-facts';
import { Months } from './persistence/months';
import { ReadMonths } from './persistence/read-months';
import { RepairRegisters } from './persistence/repair-registers';
import { ReconcileMonth } from './reconcile-month';
import { Reconciling } from './reconciling';
import { AskWhatHappened } from './sources/ask-what-happened';

/** What the module has of the monthly reconciliation and the monthly register of repairs (W4.5). */
export const reconciliationControllers = [
  ListMonthsController,
  ReadMonthController,
  ListMonthCasesController,
  OpenRepairRegisterController,
  AskAgainController,
  ExplainCaseController,
  CloseMonthController,
];

export const reconciliationProviders = [
  AskAgainHandler,
  ExplainCaseHandler,
  CloseMonthHandler,
  AskWhatHappened,
  MonthCases,
  MonthClocks,
  MonthFacts,
  Months,
  ReadMonths,
  ReconcileMonth,
  Reconciling,
  RepairRegisters,
];
