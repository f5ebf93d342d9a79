import { ApiProperty } from '@nestjs/swagger';
import type { RepairFigures } from '../../persistence/repair-figures';

const seconds = { type: Number, nullable: true, description: '秒 / seconds' } as const;

export class OnTimeView {
  @ApiProperty({ description: '有完工时限、且已完工或已超时的首轮维修 / First episodes with a time to be done by, that are done or overdue' })
  of!: number;

  @ApiProperty({ description: '其中按时完工（等待不计） / Of these, done by it; waits do not count' })
  inTime!: number;
}

export class RepairFiguresView implements RepairFigures {
  @ApiProperty({ type: String, nullable: true, description: '分组的值 / What the group is' })
  group!: string | null;

  @ApiProperty({ description: '全部报修，含已并单的 / All that were reported, doubles included' })
  reported!: number;

  @ApiProperty({ description: '其中已并入其他报修、由其办理的 / Of these, merged into another request that goes on for them' })
  merged!: number;

  @ApiProperty()
  resolved!: number;

  @ApiProperty()
  closed!: number;

  @ApiProperty()
  cancelled!: number;

  @ApiProperty({ type: OnTimeView })
  onTime!: OnTimeView;

  @ApiProperty()
  reopened!: number;

  @ApiProperty()
  satisfied!: number;

  @ApiProperty()
  unsatisfied!: number;

  @ApiProperty()
  unreachable!: number;

  @ApiProperty({ type: Number, nullable: true })
  rating!: number | null;

  @ApiProperty(seconds)
  secondsToAcceptP50!: number | null;

  @ApiProperty(seconds)
  secondsToAcceptP90!: number | null;

  @ApiProperty(seconds)
  secondsToArriveP50!: number | null;

  @ApiProperty(seconds)
  secondsToArriveP90!: number | null;

  @ApiProperty(seconds)
  secondsToResolveP50!: number | null;

  @ApiProperty(seconds)
  secondsToResolveP90!: number | null;
}

export class RepairStatisticsView {
  @ApiProperty({ type: [RepairFiguresView] })
  items!: RepairFiguresView[];
}
