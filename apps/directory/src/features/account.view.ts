import { ApiProperty } from '@nestjs/swagger';
import type { Account } from '../persistence/account.entity';

export class AccountView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  login!: string;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;

  @ApiProperty()
  version!: number;
}

export function accountView({ id, personId, login, openedAt, closedAt, version }: Account): AccountView {
  return {
    id,
    personId,
    login,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    version,
  };
}
