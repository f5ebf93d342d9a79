import { ApiProperty } from '@nestjs/swagger';
import type { Absence } from '../persistence/absence.entity';

export class AbsenceView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: open' })
  until!: string | null;

  @ApiProperty()
  version!: number;
}

export class AbsencePage {
  @ApiProperty({ type: [AbsenceView] })
  items!: AbsenceView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function absenceView({ id, personId, from, until, version }: Absence): AbsenceView {
  return { id, personId, from: from.toISOString(), until: until?.toISOString() ?? null, version };
}
