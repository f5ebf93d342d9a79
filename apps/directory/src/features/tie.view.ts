import { ApiProperty } from '@nestjs/swagger';
import { tieKinds, type TieKind } from '@property-office/contracts';
import type { Tie } from '../persistence/tie.entity';

export class TieView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ format: 'uuid' })
  homeId!: string;

  @ApiProperty({ enum: tieKinds })
  kind!: TieKind;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: open' })
  until!: string | null;

  @ApiProperty()
  version!: number;
}

export function tieView({ id, personId, homeId, kind, from, until, version }: Tie): TieView {
  return {
    id,
    personId,
    homeId,
    kind,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
    version,
  };
}
