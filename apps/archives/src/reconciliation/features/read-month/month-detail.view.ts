import { ApiProperty } from '@nestjs/swagger';
import { recordSources, type RecordSource } from '@property-office/contracts';
import { MonthView } from '../month.view';

export class SourceFiguresView {
  @ApiProperty({ enum: recordSources, description: '来源' })
  source!: RecordSource;

  @ApiProperty({ description: 'What the source says it has / 来源当月事项数' })
  events!: number;

  @ApiProperty({ description: '归档建议数' })
  proposals!: number;

  @ApiProperty({ description: '已归档' })
  records!: number;

  @ApiProperty({ description: '已退回' })
  returned!: number;

  @ApiProperty({ description: '待归档' })
  open!: number;

  @ApiProperty({ description: 'The source has it, and nothing was proposed; of a repair: it stands in no register / 缺少归档建议，或未登入维修登记簿' })
  missing!: number;

  @ApiProperty({ description: 'Proposed, or in a register, and the source does not know of it / 来源没有' })
  unknown!: number;

  @ApiProperty({ description: 'Of what is open, missing or unknown: with a reason / 已说明原因' })
  explained!: number;
}

export class MonthDetailView extends MonthView {
  @ApiProperty({ type: [SourceFiguresView], description: 'Of what you may see / 您有权查看的事项' })
  sources!: SourceFiguresView[];

  @ApiProperty({ type: Number, nullable: true, description: 'Of the register of repairs; null: not made yet / 维修登记簿页数' })
  registerPages!: number | null;

  @ApiProperty({ description: 'With papers of an ownership or device that ended before the end of the month: closing the month does not wait for them / 截至月末待立卷的一户一档、一机一档，不影响结账' })
  livingFilesToClose!: number;
}
