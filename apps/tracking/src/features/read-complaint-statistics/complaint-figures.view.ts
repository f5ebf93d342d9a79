import { ApiProperty } from '@nestjs/swagger';
import type { ComplaintFigures } from '../../persistence/complaint-figures';

const seconds = { type: Number, nullable: true, description: '秒 / seconds' } as const;

export class ComplaintFiguresView implements ComplaintFigures {
  @ApiProperty({ type: String, nullable: true, description: '分组的值 / What the group is' })
  group!: string | null;

  @ApiProperty()
  recorded!: number;

  @ApiProperty({ type: Number, nullable: true, description: '每百户投诉件数 / Complaints for each 100 homes' })
  per100Households!: number | null;

  @ApiProperty()
  major!: number;

  @ApiProperty()
  ours!: number;

  @ApiProperty()
  partlyOurs!: number;

  @ApiProperty()
  notOurs!: number;

  @ApiProperty()
  unfounded!: number;

  @ApiProperty()
  undecided!: number;

  @ApiProperty({ description: '已结案且其后无异议 / Closed and not disputed since' })
  closed!: number;

  @ApiProperty({ description: '首次联系按时 / Told in time that it is dealt with' })
  firstContactOnTime!: number;

  @ApiProperty({ description: '首次联系超时，或超时未联系 / Told later, or overdue' })
  firstContactLate!: number;

  @ApiProperty({ description: '按时答复 / Told in time what was decided' })
  replyOnTime!: number;

  @ApiProperty({ description: '超时答复，或超时未答复 / Told later, or overdue' })
  replyLate!: number;

  @ApiProperty({ description: '期限内首次反馈结果 / The first result was heard by its date' })
  solvedOnTime!: number;

  @ApiProperty({ description: '超期反馈，或超期未反馈 / Heard later, or overdue' })
  solvedLate!: number;

  @ApiProperty({ description: '承诺日期兑现 / Promised dates that were kept' })
  datesKept!: number;

  @ApiProperty()
  datesBroken!: number;

  @ApiProperty()
  disputed!: number;

  @ApiProperty()
  disputedToLevel1!: number;

  @ApiProperty()
  disputedToLevel2!: number;

  @ApiProperty()
  disputedToFinalLevel!: number;

  @ApiProperty()
  satisfied!: number;

  @ApiProperty({ description: '含保留意见结案 / Those closed with dissent included' })
  unsatisfied!: number;

  @ApiProperty()
  unreachable!: number;

  @ApiProperty({ type: Number, nullable: true })
  rating!: number | null;

  @ApiProperty(seconds)
  secondsToFirstContactP50!: number | null;

  @ApiProperty(seconds)
  secondsToFirstContactP90!: number | null;

  @ApiProperty(seconds)
  secondsToReplyP50!: number | null;

  @ApiProperty(seconds)
  secondsToReplyP90!: number | null;

  @ApiProperty(seconds)
  secondsToSolveP50!: number | null;

  @ApiProperty(seconds)
  secondsToSolveP90!: number | null;

  @ApiProperty(seconds)
  secondsToCloseP50!: number | null;

  @ApiProperty(seconds)
  secondsToCloseP90!: number | null;
}

export class ComplaintStatisticsView {
  @ApiProperty({ type: [ComplaintFiguresView] })
  items!: ComplaintFiguresView[];
}
