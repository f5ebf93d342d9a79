import { ApiProperty } from '@nestjs/swagger';
import { DoorView, doorView } from '@property-office/home-care';
import type { UnreachedHome } from '../persistence/unreached-homes';

export class UnreachedHomeView {
  @ApiProperty({ format: 'uuid' })
  homeId!: string;

  @ApiProperty({ example: '3栋2单元501' })
  label!: string;

  @ApiProperty()
  labelEn!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When its slip was left / 入户通知单送达时间' })
  leftAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was recorded last that its slip had not been left after all / 最近一次更正送达登记的时间' })
  correctedAt!: string | null;

  @ApiProperty({ type: DoorView, nullable: true, description: 'What whoever goes there should know / 上门须知' })
  door!: DoorView | null;
}

export function unreachedHomeView({ leftAt, correctedAt, door, ...home }: UnreachedHome): UnreachedHomeView {
  return { ...home, leftAt: leftAt?.toISOString() ?? null, correctedAt: correctedAt?.toISOString() ?? null, door: doorView(door) };
}
