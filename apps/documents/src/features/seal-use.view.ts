import { ApiProperty } from '@nestjs/swagger';
import type { SealUse } from '../persistence/seals';
import { iso } from './document.view';

/** A row of the register of seals (用印登记): who, why, how many, approved by whom. */
export class SealUseView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  documentId!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: '物业服务中心公章' })
  seal!: string;

  @ApiProperty({ description: '用印事由' })
  reason!: string;

  @ApiProperty({ description: '批准份数' })
  copies!: number;

  @ApiProperty({ format: 'uuid', description: '批准人' })
  approvedBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'For whom / 代谁批准' })
  approvedFor!: string | null;

  @ApiProperty({ format: 'date-time' })
  approvedAt!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '用印人' })
  usedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  usedAt!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: '实际用印份数' })
  usedCopies!: number | null;

  @ApiProperty({ type: [Number], nullable: true, description: 'Of a confidential document / 用印的份号' })
  usedShares!: number[] | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The approval was withdrawn unused / 未用即撤回' })
  withdrawnAt!: string | null;
}

export function sealUseView({ id, documentId, siteId, seal, reason, copies, approvedBy, approvedFor, approvedAt, usedBy, usedAt, usedCopies, usedShares, withdrawnAt }: SealUse): SealUseView {
  const times = { approvedAt: approvedAt.toISOString(), usedAt: iso(usedAt), withdrawnAt: iso(withdrawnAt) };
  return { id, documentId, siteId, seal, reason, copies, approvedBy, approvedFor, usedBy, usedCopies, usedShares, ...times };
}
