import { StartStocktakeController } from './features/start-stocktake/start-stocktake.controller';
import { StartStocktakeHandler } from './features/start-stocktake/start-stocktake.handler';
import { ListStocktakesController } from './features/list-stocktakes/list-stocktakes.controller';
import { ReadStocktakeController } from './features/read-stocktake/read-stocktake.controller';
import { ScanShelfController } from './features/scan-shelf/scan-shelf.controller';
import { ScanShelfHandler } from './features/scan-shelf/scan-shelf.handler';
import { FinishCountingController } from './features/finish-counting/finish-counting.controller';
import { FinishCountingHandler } from './features/finish-counting/finish-counting.handler';
import { ResumeCountingController } from './features/resume-counting/resume-counting.controller';
import { ResumeCountingHandler } from './features/resume-counting/resume-counting.handler';
import { ExplainDifferencesController } from './features/explain-differences/explain-differences.controller';
import { ExplainDifferencesHandler } from './features/explain-differences/explain-differences.handler';
import { ApproveExplanationsController } from './features/approve-explanations/approve-explanations.controller';
import { ApproveExplanationsHandler } from './features/approve-explanations/approve-explanations.handler';
import { ReturnExplanationsController } from './features/return-explanations/return-explanations.controller';
import { ReturnExplanationsHandler } from './features/return-explanations/return-explanations.handler';
import { CloseStocktakeController } from './features/close-stocktake/close-stocktake.controller';
import { CloseStocktakeHandler } from './features/close-stocktake/close-stocktake.handler';
import { WithdrawStocktakeController } from './features/withdraw-stocktake/withdraw-stocktake.controller';
import { WithdrawStocktakeHandler } from './features/withdraw-stocktake/withdraw-stocktake.handler';
import { PrintLabelsController } from './features/print-labels/print-labels.controller';
import { PrintLabelsHandler } from './features/print-labels/print-labels.handler';
import { ReadStocktakes } from './persistence/read-stocktakes';
import { StocktakeClocks } from './persistence/stocktake-clocks';
import { Stocktakes } from './persistence/stocktakes';

/** Stocktakes and labels (W4.4). */
export const stocktakeControllers = [
  StartStocktakeController,
  ListStocktakesController,
  ReadStocktakeController,
  ScanShelfController,
  FinishCountingController,
  ResumeCountingController,
  ExplainDifferencesController,
  ApproveExplanationsController,
  ReturnExplanationsController,
  CloseStocktakeController,
  WithdrawStocktakeController,
  PrintLabelsController,
];

export const stocktakeProviders = [
  StartStocktakeHandler,
  ScanShelfHandler,
  FinishCountingHandler,
  ResumeCountingHandler,
  ExplainDifferencesHandler,
  ApproveExplanationsHandler,
  ReturnExplanationsHandler,
  CloseStocktakeHandler,
  WithdrawStocktakeHandler,
  PrintLabelsHandler,
  ReadStocktakes,
  StocktakeClocks,
  Stocktakes,
];
