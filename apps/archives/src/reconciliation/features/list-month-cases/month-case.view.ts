import { ApiProperty } from '@nestjs/swagger';
import { monthStandings, type MonthStanding } from '@property-office/contracts';
import { RecordSourceView } from '../../../features/record.view';
import type { MonthCase } from '../../persistence/month-cases';

/** One thing of a month: what its source says, and what became of it. */
export class MonthCaseView {
  @ApiProperty({ format: 'uuid', description: 'By which it is explained / 说明原因时使用' })
  eventId!: string;

  @ApiProperty({ type: RecordSourceView, description: '来源事项' })
  source!: RecordSourceView;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ enum: monthStandings, description: '已归档、待归档、已退回、缺少归档建议、来源没有' })
  standing!: MonthStanding;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  proposalId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  proposalNumber!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recordId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '说明的原因' })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  explainedBy!: string | null;
}

export function monthCaseView({ eventId, source, sourceId, sourceNumber, happenedAt, standing, proposalId, proposalNumber, recordId, reason, explainedBy }: MonthCase): MonthCaseView {
  const of = { type: source, id: sourceId, number: sourceNumber };
  return { eventId, source: of, happenedAt: happenedAt.toISOString(), standing, proposalId, proposalNumber, recordId, reason, explainedBy };
}
