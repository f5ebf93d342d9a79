import { ApiProperty } from '@nestjs/swagger';
import { roles, type Role } from '@property-office/contracts';
import type { RoleHeld } from '../persistence/role-held.entity';

export class RoleGrantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: in the whole company' })
  siteId!: string | null;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: open' })
  until!: string | null;

  @ApiProperty()
  version!: number;
}

export function roleGrantView({ id, personId, role, siteId, from, until, version }: RoleHeld): RoleGrantView {
  return {
    id,
    personId,
    role,
    siteId,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
    version,
  };
}
