import { ApiProperty } from '@nestjs/swagger';
import type { NoticeFigures } from '../../persistence/notice-figures';

export class NoticeStatisticsRow implements NoticeFigures {
  @ApiProperty({ type: String, nullable: true, description: '分组的值 / What the group is' })
  group!: string | null;

  @ApiProperty()
  released!: number;

  @ApiProperty()
  atNight!: number;

  @ApiProperty()
  corrected!: number;

  @ApiProperty()
  withdrawn!: number;

  @ApiProperty({ description: '发布范围内户数（按公告累计） / Homes addressed, for each notice' })
  homes!: number;

  @ApiProperty({ description: '有人在门户收到的户数 / Homes where somebody was told in the portal' })
  homesToldInPortal!: number;

  @ApiProperty()
  residents!: number;

  @ApiProperty()
  residentsToldInPortal!: number;

  @ApiProperty()
  reminders!: number;

  @ApiProperty({ description: '最近一次提醒时未读人数 / People who had not read it at the last reminder' })
  unreadAtLastReminder!: number;

  @ApiProperty()
  tasksSet!: number;

  @ApiProperty()
  tasksDone!: number;

  @ApiProperty()
  tasksDoneOnTime!: number;

  @ApiProperty()
  tasksCancelled!: number;

  @ApiProperty()
  reviewed!: number;

  @ApiProperty()
  reviewedOnTime!: number;

  @ApiProperty()
  objected!: number;
}

export class NoticeStatisticsView {
  @ApiProperty({ type: [NoticeStatisticsRow] })
  items!: NoticeStatisticsRow[];
}
