import { ApiProperty } from '@nestjs/swagger';
import { registerDirections, type RegisterDirection } from '@property-office/contracts';

export class RegisterYearView {
  @ApiProperty()
  year!: number;

  @ApiProperty()
  firstNumber!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Null while nothing is registered / 尚无登记时为空' })
  lastNumber!: number | null;
}

/** A register (登记簿) whose numbers have no gaps, and how far each year has come. */
export class RegisterView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: '收文' })
  code!: string;

  @ApiProperty({ enum: registerDirections, description: 'What it numbers / 收文或发文' })
  direction!: RegisterDirection;

  @ApiProperty({ type: [RegisterYearView] })
  years!: RegisterYearView[];
}
