import { ApiProperty } from '@nestjs/swagger';
import { handOverScopes, type HandOverScope } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { handOverStateNames, handOverStates } from '../domain/hand-over-states';
import type { HandOver } from '../persistence/hand-over.entity';

/** A hand-over of records (移交). */
export class RecordHandOverView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'J-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: handOverStates })
  status!: string;

  @ApiProperty({ example: '待批准' })
  statusName!: string;

  @ApiProperty({ enum: handOverScopes, description: '移交范围：指定档案、门类、一户一档、全部' })
  scope!: HandOverScope;

  @ApiProperty({ type: String, nullable: true, description: '门类' })
  category!: string | null;

  @ApiProperty({ description: 'It says that it holds confidential records / 注明含保密档案' })
  confidential!: boolean;

  @ApiProperty({ description: '接收单位' })
  receivingBody!: string;

  @ApiProperty({ description: '移交事由 / Why it is applied for' })
  reason!: string;

  @ApiProperty({ description: '档案件数' })
  records!: number;

  @ApiProperty({ description: '一户一档、一机一档份数' })
  livingFiles!: number;

  @ApiProperty({ description: 'SHA-256 over the numbers and proofs on it: what is approved / 清册摘要' })
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

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sealedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the manifest: what is signed / 移交清单摘要，签字所依' })
  manifestHash!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  handedOverAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function handOverView(list: HandOver): RecordHandOverView {
  const { id, number, siteId, state, scope, category, confidential, receivingBody, reason, records, livingFiles, listHash, appliedBy, appliedFor, approvedBy, approvedFor, remarks, manifestHash, version } = list;
  return {
    id,
    number,
    siteId,
    status: state,
    statusName: inAskedLanguage(handOverStateNames[state]),
    scope,
    category,
    confidential,
    receivingBody,
    reason,
    records,
    livingFiles,
    listHash,
    appliedBy,
    appliedFor,
    approvedBy,
    approvedFor,
    approvedAt: list.approvedAt?.toISOString() ?? null,
    remarks,
    sealedAt: list.sealedAt?.toISOString() ?? null,
    manifestHash,
    handedOverAt: list.handedOverAt?.toISOString() ?? null,
    happenedAt: list.happenedAt.toISOString(),
    recordedAt: list.recordedAt.toISOString(),
    version,
  };
}
