import { ApiProperty } from '@nestjs/swagger';

export class PassView {
  @ApiProperty({ example: '7K3P-9QX2-MD04', description: 'Shown this once / 仅显示一次' })
  passCode!: string;

  @ApiProperty({ description: 'SVG with the code as a QR / 二维码' })
  qr!: string;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time' })
  until!: string;
}
