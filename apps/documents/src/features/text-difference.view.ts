import { ApiProperty } from '@nestjs/swagger';
import type { TextDifference } from '../domain/text-differences';

/** One place where two versions differ. */
export class TextDifferenceView implements TextDifference {
  @ApiProperty({ description: '0: the title; else a paragraph of the later version / 0 为标题，否则为后一版本的段落' })
  paragraph!: number;

  @ApiProperty({ description: 'Empty: put in / 为空即新增' })
  was!: string;

  @ApiProperty({ description: 'Empty: taken out / 为空即删除' })
  became!: string;
}
