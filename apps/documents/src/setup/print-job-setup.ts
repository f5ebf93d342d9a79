import type { Deadlines, RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { PrintJobState } from '../domain/print-job-states';
import { FinishPrintJobHandler } from '../features/finish-print-job/finish-print-job.handler';
import type { RequestPrintJobDto } from '../features/request-print-job/request-print-job.dto';
import { RequestPrintJobHandler } from '../features/request-print-job/request-print-job.handler';
import { ReturnPrintJobHandler } from '../features/return-print-job/return-print-job.handler';
import { TakePrintJobHandler } from '../features/take-print-job/take-print-job.handler';
import { PrintJobClocks } from '../persistence/print-job-clocks';
import { PrintJobs } from '../persistence/print-jobs';
import type { People } from './people';

const askedNobody = undefined as never;
const threeDays = 3 * 24 * 3_600_000;

/** The use cases of print jobs, as the demonstration runs them: same rules, same ledger. */
export class PrintJobSetup {
  private readonly jobs = new PrintJobs(this.ledger);
  private readonly clocks: PrintJobClocks;

  constructor(
    private readonly tx: Transaction,
    private readonly ledger: Ledger,
    private readonly rules: RuleBook,
    deadlines: Deadlines,
  ) {
    this.clocks = new PrintJobClocks(deadlines, this.jobs);
    this.clocks.onModuleInit();
  }

  /** Takes a new job of the lead along until it is in a state. */
  async bring(said: Omit<RequestPrintJobDto, 'dueAt'>, state: PrintJobState, { lead, clerk }: People): Promise<void> {
    const { tx, jobs, clocks, rules } = this;
    const request = new RequestPrintJobHandler(askedNobody, askedNobody, askedNobody, jobs, clocks);
    const prepared = { id: newId(), rules, confidentiality: 'open' as const };
    const { id } = await request.execute(tx, lead('documents.requestPrintJob'), { ...said, dueAt: new Date(tx.now.getTime() + threeDays) }, prepared);
    if (state === 'taken' || state === 'done') await new TakePrintJobHandler(jobs).execute(tx, clerk('documents.takePrintJob'), id, {});
    if (state === 'done') await new FinishPrintJobHandler(askedNobody, askedNobody, askedNobody, jobs, clocks).execute(tx, clerk('documents.finishPrintJob'), id, {});
    if (state === 'returned') await new ReturnPrintJobHandler(jobs, clocks).execute(tx, clerk('documents.returnPrintJob'), id, { reason: '缺少最后一页' });
  }
}
