import { ApiProperty } from '@nestjs/swagger';
import type { ContactFigures } from '../../persistence/contact-figures';

const seconds = { type: Number, nullable: true, description: '秒 / seconds' } as const;

export class ContactFiguresView implements ContactFigures {
  @ApiProperty({ type: String, nullable: true, description: '分组的值 / What the group is' })
  group!: string | null;

  @ApiProperty()
  recorded!: number;

  @ApiProperty()
  open!: number;

  @ApiProperty()
  answered!: number;

  @ApiProperty()
  guidedElsewhere!: number;

  @ApiProperty()
  converted!: number;

  @ApiProperty()
  toRepairRequest!: number;

  @ApiProperty()
  toComplaint!: number;

  @ApiProperty()
  toSuggestion!: number;

  @ApiProperty()
  toVisitor!: number;

  @ApiProperty({ description: '首问责任人直接答复 / Answered by whoever was first asked' })
  answeredByFirstOwner!: number;

  @ApiProperty({ type: Number, nullable: true, description: '占已答复的比例 0–1 / Their share of what was answered' })
  firstContactResolution!: number | null;

  @ApiProperty({ description: '在承诺时限内办结 / Ended as promised' })
  withinTarget!: number;

  @ApiProperty({ description: '超时办结，或超时未结 / Ended later, or overdue' })
  late!: number;

  @ApiProperty()
  handOversOffered!: number;

  @ApiProperty()
  handOversAccepted!: number;

  @ApiProperty()
  handOversReturned!: number;

  @ApiProperty(seconds)
  secondsToAcceptP50!: number | null;

  @ApiProperty(seconds)
  secondsToAcceptP90!: number | null;
}

export class ContactStatisticsView {
  @ApiProperty({ type: [ContactFiguresView] })
  items!: ContactFiguresView[];
}
