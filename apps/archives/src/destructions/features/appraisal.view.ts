import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { appraisalStateNames, appraisalStates } from '../domain/appraisal-states';
import type { Appraisal } from '../persistence/appraisal.entity';

/** An appraisal (鉴定) of records whose retention is over. */
export class AppraisalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'D-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: appraisalStates })
  status!: string;

  @ApiProperty({ example: '鉴定中' })
  statusName!: string;

  @ApiProperty({ format: 'uuid' })
  startedBy!: string;

  @ApiProperty({ type: String, nullable: true, description: '撤销原因 / Why it was withdrawn' })
  remarks!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function appraisalView({ id, number, siteId, state, startedBy, remarks, happenedAt, recordedAt, version }: Appraisal): AppraisalView {
  const times = { happenedAt: happenedAt.toISOString(), recordedAt: recordedAt.toISOString() };
  return { id, number, siteId, status: state, statusName: inAskedLanguage(appraisalStateNames[state]), startedBy, remarks, ...times, version };
}
