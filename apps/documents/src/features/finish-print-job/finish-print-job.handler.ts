import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { PrintJobClocks } from '../../persistence/print-job-clocks';
import type { PrintJob } from '../../persistence/print-job.entity';
import { assertInHands, PrintJobs } from '../../persistence/print-jobs';

/** It is printed, and whoever asked for it hears so. */
@Injectable()
export class FinishPrintJobHandler {
  constructor(
    private readonly jobs: PrintJobs,
    private readonly clocks: PrintJobClocks,
  ) {}

  /** @throws printJobUnknown (404), notYourPrintJob (403), printJobMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<PrintJob> {
    const { job, act, state } = await this.jobs.lockForMove(tx, command, id, 'finish', input);
    assertInHands(job, act);
    this.jobs.advance(tx, job, act, { kind: 'done' }, { state, doneAt: act.happenedAt });
    await this.clocks.done(tx, job, act.happenedAt);
    return job;
  }
}
