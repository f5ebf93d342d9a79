import { ApiProperty } from '@nestjs/swagger';

export class OpenedFileView {
  @ApiProperty({ description: 'Good for five minutes / 五分钟内有效' })
  url!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  sha256!: string;
}
