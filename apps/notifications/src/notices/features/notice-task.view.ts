import { ApiProperty } from '@nestjs/swagger';
import { noticeTaskKinds } from '@property-office/contracts';
import { noticeTaskStates } from '../domain/notice-task-states';
import type { NoticeTask } from '../persistence/notice-task.entity';

export class NoticeTaskView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  noticeId!: string;

  @ApiProperty({ example: 'N-20261123-10007' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: noticeTaskKinds })
  task!: string;

  @ApiProperty({ description: 'Chat group or paper board / 业主群或公告栏' })
  place!: string;

  @ApiProperty({ format: 'uuid' })
  posterId!: string;

  @ApiProperty({ enum: noticeTaskStates })
  status!: string;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;

  @ApiProperty({ type: [String] })
  attachmentIds!: string[];

  @ApiProperty({ description: 'The old notice may have been out here, nobody has shown it; if it was not, `spare` / 原文可能已在此发布，尚无凭证' })
  unproven!: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  doneBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  doneAt!: string | null;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function taskViewOf(task: NoticeTask): NoticeTaskView {
  return {
    id: task.id,
    noticeId: task.noticeId,
    number: task.number,
    siteId: task.siteId,
    task: task.task,
    place: task.place,
    posterId: task.posterId,
    status: task.state,
    dueAt: task.dueAt.toISOString(),
    attachmentIds: task.attachmentIds,
    unproven: task.unproven,
    doneBy: task.doneBy,
    doneAt: task.doneAt?.toISOString() ?? null,
    version: task.version,
  };
}
