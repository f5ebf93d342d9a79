import { ApiProperty } from '@nestjs/swagger';

export class LetterheadView {
  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: '阳光花园物业管理处', description: 'Under which the papers of the site go out / 发文机关' })
  office!: string;

  @ApiProperty()
  version!: number;
}
