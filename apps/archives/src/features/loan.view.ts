import { ApiProperty } from '@nestjs/swagger';
import { loanForms, type LoanForm } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { legalLoanMoves, loanMoves, loanStateNames, loanStates, type LoanMove, type LoanState } from '../domain/loan-states';
import { mostExtensions } from '../domain/loan-terms';
import type { LentLoan } from '../persistence/loans';

export class LoanView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'L-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  recordId!: string;

  @ApiProperty({ example: 'PM01-WS·2026-D30-KFB-0012', description: '档号' })
  archiveNumber!: string;

  @ApiProperty({ description: '题名' })
  title!: string;

  @ApiProperty({ enum: loanForms, description: '纸质、电子' })
  form!: LoanForm;

  @ApiProperty({ description: '借阅目的' })
  purpose!: string;

  @ApiProperty({ enum: loanStates })
  status!: LoanState;

  @ApiProperty({ example: '待审批', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty({ format: 'uuid', description: '借阅人' })
  borrowerId!: string;

  @ApiProperty({ description: 'The director decides / 须由主任审批' })
  important!: boolean;

  @ApiProperty({ format: 'date-time', description: '归还日期，电子借阅的截止时间' })
  dueAt!: string;

  @ApiProperty({ description: 'It may be extended once / 是否已续借' })
  extended!: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '审批人' })
  decidedBy!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '不批准的原因' })
  refusedReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Handed over, or opened / 借出或开通时间' })
  handedOverAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '催还原因' })
  recalledReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Returned, or ended / 归还或结束时间' })
  overAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '验收人' })
  inspectedBy!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: '页数齐全' })
  pagesComplete!: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, description: '没有改动、抽取' })
  unaltered!: boolean | null;

  @ApiProperty({ type: String, nullable: true, description: '验收发现的问题' })
  finding!: string | null;

  @ApiProperty({ enum: loanMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: LoanMove[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function loanView({ loan, record: { archiveNumber, title } }: LentLoan): LoanView {
  const { id, number, siteId, recordId, form, purpose, state, borrowerId, important, extensions, decidedBy, refusedReason, recalledReason } = loan;
  const { inspectedBy, pagesComplete, unaltered, finding, version } = loan;
  const spent = extensions >= mostExtensions;
  return {
    id,
    number,
    siteId,
    recordId,
    archiveNumber,
    title,
    form,
    purpose,
    borrowerId,
    important,
    decidedBy,
    refusedReason,
    recalledReason,
    inspectedBy,
    pagesComplete,
    unaltered,
    finding,
    version,
    status: state,
    statusName: inAskedLanguage(loanStateNames[state]),
    dueAt: loan.dueAt.toISOString(),
    extended: spent,
    handedOverAt: loan.handedOverAt?.toISOString() ?? null,
    overAt: loan.overAt?.toISOString() ?? null,
    allowed: legalLoanMoves(state, form).filter((move) => move !== 'extend' || !spent),
    happenedAt: loan.happenedAt.toISOString(),
    recordedAt: loan.recordedAt.toISOString(),
  };
}
