import { FinishPrintJobController } from './features/finish-print-job/finish-print-job.controller';
import { FinishPrintJobHandler } from './features/finish-print-job/finish-print-job.handler';
import { ListPrintJobsController } from './features/list-print-jobs/list-print-jobs.controller';
import { ReadPrintJobController } from './features/read-print-job/read-print-job.controller';
import { RequestPrintJobController } from './features/request-print-job/request-print-job.controller';
import { RequestPrintJobHandler } from './features/request-print-job/request-print-job.handler';
import { ReturnPrintJobController } from './features/return-print-job/return-print-job.controller';
import { ReturnPrintJobHandler } from './features/return-print-job/return-print-job.handler';
import { TakePrintJobController } from './features/take-print-job/take-print-job.controller';
import { TakePrintJobHandler } from './features/take-print-job/take-print-job.handler';
import { PrintJobClocks } from './persistence/print-job-clocks';
import { PrintJobs } from './persistence/print-jobs';
import { ReadPrintJobs } from './persistence/read-print-jobs';

/** What the module has of print jobs (R2.2). */
export const printJobControllers = [
  RequestPrintJobController,
  ListPrintJobsController,
  ReadPrintJobController,
  TakePrintJobController,
  FinishPrintJobController,
  ReturnPrintJobController,
];

export const printJobProviders = [RequestPrintJobHandler, TakePrintJobHandler, FinishPrintJobHandler, ReturnPrintJobHandler, PrintJobClocks, PrintJobs, ReadPrintJobs];
