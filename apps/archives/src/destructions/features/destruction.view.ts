import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { destructionStateNames, destructionStates } from '../domain/destruction-states';
import type { Destruction } from '../persistence/destruction.entity';

/** A destruction list (销毁清册). */
export class DestructionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'X-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: destructionStates })
  status!: string;

  @ApiProperty({ example: '待批准' })
  statusName!: string;

  @ApiProperty({ description: '申请理由 / Why it is applied for' })
  reason!: string;

  @ApiProperty({ description: 'SHA-256 over the numbers and proofs on it: what is approved and signed / 清册摘要' })
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

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '执行人' })
  carriedOutBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  carriedOutAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '销毁方式 / How the paper was destroyed' })
  method!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: '销毁登记册行号 / Its line in the register' })
  registerNumber!: number | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function destructionView(list: Destruction): DestructionView {
  const { id, number, siteId, state, reason, listHash, appliedBy, appliedFor, approvedBy, approvedFor, remarks, carriedOutBy, method, registerNumber, version } = list;
  return {
    id,
    number,
    siteId,
    status: state,
    statusName: inAskedLanguage(destructionStateNames[state]),
    reason,
    listHash,
    appliedBy,
    appliedFor,
    approvedBy,
    approvedFor,
    approvedAt: list.approvedAt?.toISOString() ?? null,
    remarks,
    carriedOutBy,
    carriedOutAt: list.carriedOutAt?.toISOString() ?? null,
    method,
    registerNumber,
    happenedAt: list.happenedAt.toISOString(),
    recordedAt: list.recordedAt.toISOString(),
    version,
  };
}
