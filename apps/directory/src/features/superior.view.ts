import { ApiProperty } from '@nestjs/swagger';
import type { Superior } from '../persistence/superior.entity';

export class SuperiorView {
  @ApiProperty({ format: 'uuid', description: 'Of the line between the two' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ format: 'uuid' })
  superiorId!: string;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: open' })
  until!: string | null;

  @ApiProperty()
  version!: number;
}

export class SuperiorPage {
  @ApiProperty({ type: [SuperiorView] })
  items!: SuperiorView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function superiorView({ id, personId, superiorId, from, until, version }: Superior): SuperiorView {
  return { id, personId, superiorId, from: from.toISOString(), until: until?.toISOString() ?? null, version };
}
