import { ApiProperty } from '@nestjs/swagger';
import { confidentialities, type Confidentiality } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { legalPrintJobMoves, printJobMoves, printJobStateNames, printJobStates, type PrintJobMove, type PrintJobState } from '../domain/print-job-states';
import { printBindings, printSides, printWorks, type PrintBinding, type PrintSides, type PrintWork } from '../domain/print-jobs';
import type { PrintJob } from '../persistence/print-job.entity';
import { iso } from './document.view';

export class PrintJobView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Y-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: printJobStates })
  status!: PrintJobState;

  @ApiProperty({ example: '待接单', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty({ enum: printWorks, description: '起草打字、打印、复印、装订' })
  work!: PrintWork;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: '使用人或部门' })
  forWhom!: string;

  @ApiProperty()
  copies!: number;

  @ApiProperty({ enum: printSides, description: '单面、双面' })
  sides!: PrintSides;

  @ApiProperty({ enum: printBindings, description: '不装订、订书钉、胶装、线圈' })
  binding!: PrintBinding;

  @ApiProperty({ enum: confidentialities })
  confidentiality!: Confidentiality;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The document to be printed / 要文印的收文或发文' })
  documentId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What a draft is to say / 起草要求' })
  instructions!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'What was drafted, where it is an outgoing document / 起草的发文' })
  draftedDocumentId!: string | null;

  @ApiProperty({ format: 'date-time', description: '完成期限' })
  dueAt!: string;

  @ApiProperty({ format: 'uuid', description: '申请人' })
  requestedBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '接单人' })
  takenBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  doneAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '退回原因' })
  returnedReason!: string | null;

  @ApiProperty({ enum: printJobMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: PrintJobMove[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function printJobView(job: PrintJob): PrintJobView {
  const { id, number, siteId, state, work, title, forWhom, copies, sides, binding, confidentiality, documentId, instructions, draftedDocumentId, requestedBy, takenBy, returnedReason, version } = job;
  return {
    id,
    number,
    siteId,
    status: state,
    statusName: inAskedLanguage(printJobStateNames[state]),
    work,
    title,
    forWhom,
    copies,
    sides,
    binding,
    confidentiality,
    documentId,
    instructions,
    draftedDocumentId,
    dueAt: job.dueAt.toISOString(),
    requestedBy,
    takenBy,
    doneAt: iso(job.doneAt),
    returnedReason,
    allowed: legalPrintJobMoves(state),
    happenedAt: job.happenedAt.toISOString(),
    recordedAt: job.recordedAt.toISOString(),
    version,
  };
}
