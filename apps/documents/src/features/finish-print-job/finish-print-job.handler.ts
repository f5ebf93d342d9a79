import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isGivenUp } from '../../domain/outgoing-states';
import { printJobErrors, printJobStateAfter } from '../../domain/print-job-errors';
import { leavesDraft } from '../../domain/print-jobs';
import { PrintJobClocks } from '../../persistence/print-job-clocks';
import type { PrintJob } from '../../persistence/print-job.entity';
import { assertInHands, PrintJobs } from '../../persistence/print-jobs';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { ReadPrintJobs } from '../../persistence/read-print-jobs';
import type { FinishPrintJobDto } from './finish-print-job.dto';

/** It is done, and whoever asked for it hears so. */
@Injectable()
export class FinishPrintJobHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly reading: ReadPrintJobs,
    private readonly outgoing: ReadOutgoing,
    private readonly jobs: PrintJobs,
    private readonly clocks: PrintJobClocks,
  ) {}

  /** @throws printJobUnknown (404), printJobMoveIllegal (409), draftUnfit, printedDocumentUnknown, attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, id: string, { attachmentIds = [], documentId }: FinishPrintJobDto): Promise<void> {
    const job = await this.reading.one(principal, id);
    if (!job) throw printJobErrors.printJobUnknown();
    printJobStateAfter(job.state, 'finish');
    if (!leavesDraft(job.work, { files: attachmentIds.length, document: documentId !== undefined })) throw printJobErrors.draftUnfit();
    if (documentId !== undefined) {
      const drafted = await this.outgoing.one(principal, documentId);
      if (drafted?.siteId !== job.siteId || isGivenUp(drafted.state)) throw printJobErrors.printedDocumentUnknown();
    }
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'print-job', id });
  }

  /** @throws printJobUnknown (404), notYourPrintJob (403), printJobMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { attachmentIds = [], documentId, ...input }: FinishPrintJobDto): Promise<PrintJob> {
    const { job, act, state } = await this.jobs.lockForMove(tx, command, id, 'finish', input);
    assertInHands(job, act);
    this.jobs.advance(tx, job, act, { kind: 'done' }, { state, doneAt: act.happenedAt, draftIds: attachmentIds, draftedDocumentId: documentId ?? null });
    await this.clocks.done(tx, job, act.happenedAt);
    return job;
  }
}
