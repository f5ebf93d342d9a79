import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { PromiseView, ReadPromises } from '@property-office/deadlines';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { printJobErrors } from '../../domain/print-job-errors';
import { ReadPrintJobs } from '../../persistence/read-print-jobs';
import { PrintJobView, printJobView } from '../print-job.view';
import { DocumentAttachmentView } from '../read-document/document-detail.view';

export class PrintJobDetailView extends PrintJobView {
  @ApiProperty({ type: [DocumentAttachmentView] })
  attachments!: DocumentAttachmentView[];

  @ApiProperty({ type: [DocumentAttachmentView], description: 'What was drafted, where it is files / 起草的文稿' })
  drafts!: DocumentAttachmentView[];

  @ApiProperty({ type: [PromiseView], description: 'What is promised about it, and how it stands / 时限' })
  promises!: PromiseView[];
}

@Controller('api/print-jobs')
export class ReadPrintJobController {
  constructor(
    private readonly jobs: ReadPrintJobs,
    private readonly links: AttachmentLinks,
    private readonly promises: ReadPromises,
  ) {}

  @Get(':id')
  @Operation('documents.readPrintJob', { summary: { zh: '查看文印任务', en: 'Read a print job' }, ok: 200, okBody: PrintJobDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<PrintJobDetailView>> {
    const job = await this.jobs.one(principal, id);
    if (!job) throw printJobErrors.printJobUnknown();
    const promised = { aggregateId: id, siteId: job.siteId, class: 'print-job', episode: 1, promises: ['print'] };
    const [attachments, drafts] = [job.attachmentIds, job.draftIds].map((ids) => ids.map((each) => this.links.linkTo(each))) as [DocumentAttachmentView[], DocumentAttachmentView[]];
    return ok({ ...printJobView(job), attachments, drafts, promises: await this.promises.of(promised) }, job.version);
  }
}
