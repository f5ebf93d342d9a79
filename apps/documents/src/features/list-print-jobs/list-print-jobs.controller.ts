import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery, Text } from '@property-office/service-kit';
import { printJobStates, type PrintJobState } from '../../domain/print-job-states';
import { ReadPrintJobs } from '../../persistence/read-print-jobs';
import { PrintJobView, printJobView } from '../print-job.view';

export class ListPrintJobsQuery extends PageQuery {
  @OneOf(printJobStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: PrintJobState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '申请人', en: 'person who asked' }, optional: true })
  requestedBy?: string;

  @Id({ label: { zh: '接单人', en: 'person who took it' }, optional: true })
  takenBy?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

export class PrintJobPage {
  @ApiProperty({ type: [PrintJobView] })
  items!: PrintJobView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/print-jobs')
export class ListPrintJobsController {
  constructor(private readonly jobs: ReadPrintJobs) {}

  @Get()
  @Operation('documents.listPrintJobs', { summary: { zh: '文印任务列表', en: 'List print jobs' }, ok: 200, okBody: PrintJobPage })
  async list(@Query() query: ListPrintJobsQuery, @Acting() principal: Principal): Promise<Page<PrintJobView>> {
    const page = await this.jobs.page(principal, query);
    return { items: page.items.map(printJobView), nextCursor: page.nextCursor };
  }
}
