import { ApiProperty } from '@nestjs/swagger';

export class LetterheadView {
  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: String, nullable: true, example: '阳光花园物业管理处', description: 'Under which the papers of the site go out; null until it is set / 发文机关' })
  office!: string | null;

  @ApiProperty({ description: '0: never set; its ETag / 0 为尚未设定' })
  version!: number;
}
