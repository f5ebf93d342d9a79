import { ApiProperty } from '@nestjs/swagger';
import { repairStates, type RepairState } from '../domain/repair-states';
import type { SimilarRepair } from '../persistence/me-too';

/** A request of the same, for whoever did not report it: neither words nor people. */
export class SimilarRepairView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'R-20261123-10007' })
  number!: string;

  @ApiProperty({ enum: repairStates })
  status!: RepairState;

  @ApiProperty()
  category!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: '另有多少人也遇到 / How many others have met it' })
  meTooCount!: number;
}

export function similarView({ id, number, state: status, category, recordedAt, meToo: meTooCount }: SimilarRepair): SimilarRepairView {
  return { id, number, status, category, recordedAt: recordedAt.toISOString(), meTooCount };
}
