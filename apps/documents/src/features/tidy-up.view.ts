import { ApiProperty } from '@nestjs/swagger';
import type { TidyUp } from '../persistence/tidy-ups';
import { iso } from './document.view';

export const tidyUpStatuses = ['open', 'finished'] as const;

export class MissingCountsView {
  @ApiProperty({ description: '未归档件数' })
  unfiled!: number;

  @ApiProperty({ description: '档案未接收件数' })
  unaccepted!: number;

  @ApiProperty({ description: '编号缺口数' })
  gaps!: number;
}

/** The yearly tidy-up (年度整理移交) of a site's papers. */
export class TidyUpView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ description: 'Whose papers / 文件年度' })
  year!: number;

  @ApiProperty({ enum: tidyUpStatuses })
  status!: (typeof tidyUpStatuses)[number];

  @ApiProperty({ format: 'date-time', description: 'The end of 30 June of the next year / 次年 6 月 30 日止' })
  dueAt!: string;

  @ApiProperty({ description: '提醒次数' })
  reminders!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  finishedBy!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'For whom / 代谁' })
  finishedFor!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;

  @ApiProperty({ type: MissingCountsView, nullable: true, description: 'What was missing when it was finished / 移交时的缺漏' })
  missing!: MissingCountsView | null;

  @ApiProperty({ type: String, nullable: true, description: '缺漏说明' })
  missingReason!: string | null;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function tidyUpView({ id, siteId, year, dueAt, reminders, finishedBy, finishedFor, finishedAt, missing, missingReason, version }: TidyUp): TidyUpView {
  const status = finishedAt ? 'finished' : 'open';
  return { id, siteId, year, status, dueAt: dueAt.toISOString(), reminders, finishedBy, finishedFor, finishedAt: iso(finishedAt), missing, missingReason, version };
}
