import { ApiProperty } from '@nestjs/swagger';
import type { UnreachedHome } from '../persistence/audiences';

export class UnreachedHomeView {
  @ApiProperty({ format: 'uuid' })
  homeId!: string;

  @ApiProperty({ example: '3栋2单元501' })
  label!: string;

  @ApiProperty()
  labelEn!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When its slip was left / 入户通知单送达时间' })
  leftAt!: string | null;
}

export function unreachedHomeView({ leftAt, ...home }: UnreachedHome): UnreachedHomeView {
  return { ...home, leftAt: leftAt?.toISOString() ?? null };
}
