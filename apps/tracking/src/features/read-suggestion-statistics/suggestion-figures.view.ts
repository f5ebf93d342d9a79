import { ApiProperty } from '@nestjs/swagger';
import type { SuggestionFigures } from '../../persistence/suggestion-figures';

const seconds = { type: Number, nullable: true, description: '秒 / seconds' } as const;

export class SuggestionFiguresView implements SuggestionFigures {
  @ApiProperty({ type: String, nullable: true, description: '分组的值 / What the group is' })
  group!: string | null;

  @ApiProperty()
  recorded!: number;

  @ApiProperty()
  adopted!: number;

  @ApiProperty()
  declined!: number;

  @ApiProperty()
  undecided!: number;

  @ApiProperty()
  answered!: number;

  @ApiProperty()
  carriedOut!: number;

  @ApiProperty()
  carriedOutOnTime!: number;

  @ApiProperty({ description: '超期落实，或超期未落实 / Carried out later, or overdue' })
  carriedOutLate!: number;

  @ApiProperty(seconds)
  secondsToAnswerP50!: number | null;

  @ApiProperty(seconds)
  secondsToAnswerP90!: number | null;
}

export class SuggestionStatisticsView {
  @ApiProperty({ type: [SuggestionFiguresView] })
  items!: SuggestionFiguresView[];
}
