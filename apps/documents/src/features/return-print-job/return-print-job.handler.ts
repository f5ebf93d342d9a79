import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { PrintJobClocks } from '../../persistence/print-job-clocks';
import type { PrintJob } from '../../persistence/print-job.entity';
import { assertInHands, PrintJobs } from '../../persistence/print-jobs';
import type { ReturnPrintJobDto } from './return-print-job.dto';

/** It cannot be printed as it is: whoever asked for it reads why, and asks anew. */
@Injectable()
export class ReturnPrintJobHandler {
  constructor(
    private readonly jobs: PrintJobs,
    private readonly clocks: PrintJobClocks,
  ) {}

  /** @throws printJobUnknown (404), notYourPrintJob (403), printJobMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReturnPrintJobDto): Promise<PrintJob> {
    const { job, act, state } = await this.jobs.lockForMove(tx, command, id, 'return', input);
    assertInHands(job, act);
    this.jobs.advance(tx, job, act, { kind: 'returned' }, { state, returnedReason: reason });
    await this.clocks.returned(tx, job, act.happenedAt);
    return job;
  }
}
