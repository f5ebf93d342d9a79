import { ApiProperty } from '@nestjs/swagger';
import { causeSources, measureVerdicts } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { measureStates, stateNames } from '../domain/measure-states';
import type { CauseMeasure } from '../persistence/cause-measure.entity';

/** What is done about one of the largest causes of a month (改进措施). */
export class CauseMeasureView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'I-20261127-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: measureStates })
  status!: string;

  @ApiProperty({ example: '已安排' })
  statusName!: string;

  @ApiProperty({ example: '2026-11' })
  month!: string;

  @ApiProperty({ enum: causeSources })
  source!: string;

  @ApiProperty({ description: '投诉类别、报修类别或标准答复 / A kind of complaint, a category of repairs, or the id of a standard answer' })
  cause!: string;

  @ApiProperty({ type: String, nullable: true, description: '为何不是三个主要原因之一 / Why this one, where it is none of the three largest' })
  reason!: string | null;

  @ApiProperty()
  measure!: string;

  @ApiProperty({ format: 'uuid' })
  ownerId!: string;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;

  @ApiProperty({ format: 'uuid' })
  setBy!: string;

  @ApiProperty({ type: String, nullable: true })
  done!: string | null;

  @ApiProperty({ type: String, enum: measureVerdicts, nullable: true, description: '是否见效 / Whether it worked' })
  worked!: string | null;

  @ApiProperty({ type: String, nullable: true })
  review!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  reviewedBy!: string | null;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function measureView(measure: CauseMeasure): CauseMeasureView {
  const { id, number, siteId, state, month, source, cause, reason, measure: what, ownerId, dueAt, setBy, done, worked, review, reviewedBy, recordedAt, version } = measure;
  const times = { dueAt: dueAt.toISOString(), recordedAt: recordedAt.toISOString() };
  return { id, number, siteId, status: state, statusName: inAskedLanguage(stateNames[state]), month, source, cause, reason, measure: what, ownerId, setBy, done, worked, review, reviewedBy, version, ...times };
}
