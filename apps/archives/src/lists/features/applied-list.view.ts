import { ApiProperty } from '@nestjs/swagger';
import type { AppliedList } from '../persistence/applied-list';

/** What lists show that somebody applies for and somebody else approves. */
export class AppliedListView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: '编号 / By which people call it' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ description: '申请理由 / Why it is applied for' })
  reason!: string;

  @ApiProperty({ description: 'SHA-256 over the numbers and proofs on it / 清册摘要' })
  listHash!: string;

  @ApiProperty({ format: 'uuid', description: '申请人' })
  appliedBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  appliedFor!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '批准人' })
  approvedBy!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  approvedFor!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '不予批准或撤回的原因 / Why it was refused or withdrawn' })
  remarks!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function appliedListView(list: AppliedList): AppliedListView {
  const { id, number, siteId, reason, listHash, appliedBy, appliedFor, approvedBy, approvedFor, approvedAt, remarks, happenedAt, recordedAt, version } = list;
  const times = { approvedAt: approvedAt?.toISOString() ?? null, happenedAt: happenedAt.toISOString(), recordedAt: recordedAt.toISOString() };
  return { id, number, siteId, reason, listHash, appliedBy, appliedFor, approvedBy, approvedFor, remarks, version, ...times };
}
