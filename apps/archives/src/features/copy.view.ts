import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { copyMoves, copyStateNames, copyStates, legalCopyMoves, type CopyMove, type CopyState } from '../domain/copy-states';
import type { CopiedRecord } from '../persistence/copies';

export class CopyView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'K-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  recordId!: string;

  @ApiProperty({ example: 'PM01-WS·2026-D30-KFB-0012', description: '档号' })
  archiveNumber!: string;

  @ApiProperty({ description: '题名' })
  title!: string;

  @ApiProperty({ enum: copyStates })
  status!: CopyState;

  @ApiProperty({ example: '待审批', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty({ format: 'uuid', description: '申请人' })
  askedBy!: string;

  @ApiProperty({ description: '使用人或单位' })
  forWhom!: string;

  @ApiProperty({ description: '用途' })
  purpose!: string;

  @ApiProperty({ description: '份数' })
  copies!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Of an official request / 公务查询的介绍信或公函' })
  letter!: string | null;

  @ApiProperty({ type: [String], description: 'Of an official request / 来查询的人员及证件' })
  officers!: string[];

  @ApiProperty({ description: 'The director decides / 须由主任审批' })
  important!: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '审批人' })
  decidedBy!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '不批准的原因' })
  refusedReason!: string | null;

  @ApiProperty({ type: [Number], description: 'Numbers of the copies of this record, each given once / 副本号' })
  copyNumbers!: number[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '复制人' })
  madeBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  madeAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '交付时间' })
  handedOverAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '领取人' })
  receivedBy!: string | null;

  @ApiProperty({ enum: copyMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: CopyMove[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function copyView({ copy, record: { archiveNumber, title } }: CopiedRecord): CopyView {
  const { id, number, siteId, recordId, state, askedBy, forWhom, purpose, copies, letter, officers, important, decidedBy, refusedReason, firstCopy, madeBy, receivedBy, version } = copy;
  return {
    id,
    number,
    siteId,
    recordId,
    archiveNumber,
    title,
    askedBy,
    forWhom,
    purpose,
    copies,
    letter,
    officers,
    important,
    decidedBy,
    refusedReason,
    madeBy,
    receivedBy,
    version,
    status: state,
    statusName: inAskedLanguage(copyStateNames[state]),
    copyNumbers: firstCopy === null ? [] : Array.from({ length: copies }, (_, i) => firstCopy + i),
    madeAt: copy.madeAt?.toISOString() ?? null,
    handedOverAt: copy.handedOverAt?.toISOString() ?? null,
    allowed: legalCopyMoves(state),
    happenedAt: copy.happenedAt.toISOString(),
    recordedAt: copy.recordedAt.toISOString(),
  };
}
