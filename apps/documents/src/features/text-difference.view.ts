import { ApiProperty } from '@nestjs/swagger';
import { differingParts, type DifferingPart, type TextDifference } from '../domain/text-differences';

/** One place where two versions differ. */
export class TextDifferenceView implements TextDifference {
  @ApiProperty({ enum: differingParts, description: '标题、正文、出席、请假、列席、抄送' })
  part!: DifferingPart;

  @ApiProperty({ description: '0: not of the text; else a paragraph of the later version / 0 为正文以外，否则为后一版本的段落' })
  paragraph!: number;

  @ApiProperty({ description: 'Empty: put in / 为空即新增' })
  was!: string;

  @ApiProperty({ description: 'Empty: taken out / 为空即删除' })
  became!: string;
}
