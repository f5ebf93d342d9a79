import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import type { PrintJob } from '../../persistence/print-job.entity';
import { PrintJobs } from '../../persistence/print-jobs';

/** A clerk sees to it: one of them. */
@Injectable()
export class TakePrintJobHandler {
  constructor(private readonly jobs: PrintJobs) {}

  /** @throws printJobUnknown (404), printJobMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<PrintJob> {
    const { job, act, state } = await this.jobs.lockForMove(tx, command, id, 'take', input);
    this.jobs.advance(tx, job, act, { kind: 'taken' }, { state, takenBy: act.actor.personId });
    return job;
  }
}
