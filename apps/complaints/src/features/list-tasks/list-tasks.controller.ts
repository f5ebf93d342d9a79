import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery, Text } from '@property-office/service-kit';
import { ReadTasks, taskStatuses, type OwnTask, type TaskStatus } from '../../persistence/read-tasks';
import { iso } from '../complaint.view';

export class ListTasksQuery extends PageQuery {
  @OneOf(taskStatuses, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: TaskStatus;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

export class OwnTaskView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  complaintId!: string;

  @ApiProperty({ example: 'C-20261127-10001' })
  complaintNumber!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty()
  what!: string;

  @ApiProperty({ enum: taskStatuses })
  status!: TaskStatus;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;

  @ApiProperty({ description: 'Not done by its date / 已超期' })
  overdue!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  done!: string | null;

  @ApiProperty({ type: String, nullable: true })
  cancelReason!: string | null;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;
}

export class OwnTaskPage {
  @ApiProperty({ type: [OwnTaskView] })
  items!: OwnTaskView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** What somebody is to do about complaints: their own tasks and nobody else's. */
@Controller('api/complaint-tasks')
export class ListTasksController {
  constructor(private readonly tasks: ReadTasks) {}

  @Get()
  @Operation('complaints.listTasks', {
    summary: { zh: '我的投诉任务', en: 'My tasks of complaints' },
    description: { zh: '只列本人的任务。', en: 'The tasks of whoever asks, and nobody else’s.' },
    ok: 200,
    okBody: OwnTaskPage,
  })
  async list(@Query() query: ListTasksQuery, @Acting() principal: Principal): Promise<Page<OwnTaskView>> {
    const { items, nextCursor } = await this.tasks.page(principal, query);
    return { items: items.map(viewOf), nextCursor };
  }
}

function viewOf({ id, complaintId, complaintNumber, siteId, what, dueAt, overdue, finishedAt, done, cancelledAt, cancelReason, recordedAt }: OwnTask): OwnTaskView {
  const status = finishedAt ? 'finished' : cancelledAt ? 'cancelled' : 'open';
  const times = { dueAt: dueAt.toISOString(), finishedAt: iso(finishedAt), recordedAt: recordedAt.toISOString() };
  return { id, complaintId, complaintNumber, siteId, what, status, overdue, done, cancelReason, ...times };
}
