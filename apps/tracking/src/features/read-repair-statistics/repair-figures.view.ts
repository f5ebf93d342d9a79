import { ApiProperty } from '@nestjs/swagger';
import type { RepairFigures } from '../../persistence/repair-figures';

const seconds = { type: Number, nullable: true, description: '秒 / seconds' } as const;

export class RepairFiguresView implements RepairFigures {
  @ApiProperty({ type: String, nullable: true, description: '分组的值 / What the group is' })
  group!: string | null;

  @ApiProperty()
  reported!: number;

  @ApiProperty()
  resolved!: number;

  @ApiProperty()
  closed!: number;

  @ApiProperty()
  cancelled!: number;

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
