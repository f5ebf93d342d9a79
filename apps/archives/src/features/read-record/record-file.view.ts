import { ApiProperty } from '@nestjs/swagger';

export class RecordFileView {
  @ApiProperty({ description: 'By which it is opened / 文件序号' })
  position!: number;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  mediaType!: string;

  @ApiProperty()
  sha256!: string;
}
