import { ApiProperty } from '@nestjs/swagger';
import { dutyRoles, type DutyRole } from '@property-office/contracts';
import type { Duty } from '../persistence/duty.entity';

export class DutyView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ enum: dutyRoles })
  role!: DutyRole;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time', description: 'Where it begins: it was called off' })
  until!: string;

  @ApiProperty()
  version!: number;
}

export class DutyPage {
  @ApiProperty({ type: [DutyView] })
  items!: DutyView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function dutyView({ id, siteId, personId, role, from, until, version }: Duty): DutyView {
  return { id, siteId, personId, role, from: from.toISOString(), until: until.toISOString(), version };
}
