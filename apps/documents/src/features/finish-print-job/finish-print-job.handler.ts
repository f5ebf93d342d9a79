import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isGivenUp } from '../../domain/outgoing-states';
import { printJobErrors, printJobStateAfter } from '../../domain/print-job-errors';
import { leavesDraft } from '../../domain/print-jobs';
import { PrintJobClocks } from '../../persistence/print-job-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import type { PrintJob } from '../../persistence/print-job.entity';
import { assertInHands, PrintJobs } from '../../persistence/print-jobs';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { ReadPrintJobs } from '../../persistence/read-print-jobs';
import type { FinishPrintJobDto } from './finish-print-job.dto';

/** It is done, and whoever asked for it hears so, and reads what was drafted. */
@Injectable()
export class FinishPrintJobHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly reading: ReadPrintJobs,
    private readonly outgoing: ReadOutgoing,
    private readonly jobs: PrintJobs,
    private readonly clocks: PrintJobClocks,
  ) {}

  /** @returns the outgoing document that was drafted, if it is one @throws printJobUnknown (404), printJobMoveIllegal (409), draftUnfit, printedDocumentUnknown, attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, id: string, { attachmentIds = [], documentId }: FinishPrintJobDto): Promise<OutgoingDocument | undefined> {
    const job = await this.reading.one(principal, id);
    if (!job) throw printJobErrors.printJobUnknown();
    printJobStateAfter(job.state, 'finish');
    if (!leavesDraft(job.work, { files: attachmentIds.length, document: documentId !== undefined })) throw printJobErrors.draftUnfit();
    const drafted = documentId === undefined ? undefined : await this.outgoing.one(principal, documentId);
    if (documentId !== undefined && (drafted?.siteId !== job.siteId || isGivenUp(drafted.state))) throw printJobErrors.printedDocumentUnknown();
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'print-job', id });
    return drafted;
  }

  /** @throws printJobUnknown (404), notYourPrintJob (403), printJobMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { attachmentIds = [], ...input }: FinishPrintJobDto, drafted?: OutgoingDocument): Promise<PrintJob> {
    const { job, act, state } = await this.jobs.lockForMove(tx, command, id, 'finish', input);
    assertInHands(job, act);
    this.jobs.advance(tx, job, act, { kind: 'done' }, { state, doneAt: act.happenedAt, draftIds: attachmentIds, draftedDocumentId: drafted?.id ?? null });
    if (drafted) this.jobs.showDraft(tx, job, drafted);
    await this.clocks.done(tx, job, act.happenedAt);
    return job;
  }
}
