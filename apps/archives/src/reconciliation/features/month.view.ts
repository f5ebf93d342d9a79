import { ApiProperty } from '@nestjs/swagger';
import { reopenings, type Reopening } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { legalMonthMoves, monthMoves, monthStateNames, monthStates, type MonthMove, type MonthState } from '../domain/month-states';
import type { ArchiveMonth } from '../persistence/archive-month.entity';

/** The reconciliation of a month (月度归档核对). */
export class MonthView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: '2026-11', description: '月份' })
  month!: string;

  @ApiProperty({ enum: monthStates })
  status!: MonthState;

  @ApiProperty({ example: '未核平', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When all sources said last what they have / 各来源最近一次报数时间' })
  toldAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '结账人' })
  closedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '结账说明' })
  remarks!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Stays when it is closed again / 最近一次重新打开的时间' })
  reopenedAt!: string | null;

  @ApiProperty({ type: String, enum: reopenings, nullable: true, description: '迟到事项、重新提交、核对发现' })
  reopenedBecause!: Reopening | null;

  @ApiProperty({ enum: monthMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: MonthMove[];

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function monthView({ id, siteId, month, state, toldAt, closedBy, closedAt, remarks, reopenedAt, reopenedBecause, recordedAt, version }: ArchiveMonth): MonthView {
  return {
    id,
    siteId,
    month,
    status: state,
    statusName: inAskedLanguage(monthStateNames[state]),
    toldAt: toldAt?.toISOString() ?? null,
    closedBy,
    closedAt: closedAt?.toISOString() ?? null,
    remarks,
    reopenedAt: reopenedAt?.toISOString() ?? null,
    reopenedBecause,
    allowed: legalMonthMoves(state),
    recordedAt: recordedAt.toISOString(),
    version,
  };
}
