import { ApiProperty } from '@nestjs/swagger';
import { confidentialities, retentions, type Confidentiality, type Retention } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { legalProposalMoves, proposalMoves, proposalStateNames, proposalStates, type ProposalMove, type ProposalState } from '../domain/proposal-states';
import type { RecordProposal } from '../persistence/record-proposal.entity';
import { RecordSourceView } from './record.view';

export class ProposalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'A-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: proposalStates })
  status!: ProposalState;

  @ApiProperty({ example: '待归档', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty({ type: RecordSourceView, description: '来源事项' })
  source!: RecordSourceView;

  @ApiProperty({ type: String, nullable: true, description: 'Null where its source says it when the proposal is opened / 题名' })
  title!: string | null;

  @ApiProperty({ format: 'date-time', description: 'Of the sign-off, release or closing, never of a draft / 形成日期' })
  datedAt!: string;

  @ApiProperty({ type: Number, nullable: true })
  pages!: number | null;

  @ApiProperty({ enum: confidentialities })
  confidentiality!: Confidentiality;

  @ApiProperty()
  category!: string;

  @ApiProperty()
  office!: string;

  @ApiProperty({ enum: retentions })
  retention!: Retention;

  @ApiProperty({ description: '保管期限依据' })
  legalBasis!: string;

  @ApiProperty({ format: 'uuid', description: '归档移送人' })
  filedBy!: string;

  @ApiProperty({ type: String, nullable: true, description: '退回原因' })
  returnedReason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '重新提交说明' })
  remarks!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recordId!: string | null;

  @ApiProperty({ enum: proposalMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: ProposalMove[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function proposalView(proposal: RecordProposal): ProposalView {
  const { id, number, siteId, state, sourceType, sourceId, sourceNumber, title, pages, confidentiality, category, office, retention, legalBasis } = proposal;
  const { filedBy, returnedReason, remarks, recordId, version } = proposal;
  return {
    id,
    number,
    siteId,
    status: state,
    statusName: inAskedLanguage(proposalStateNames[state]),
    source: { type: sourceType, id: sourceId, number: sourceNumber },
    title,
    datedAt: proposal.datedAt.toISOString(),
    pages,
    confidentiality,
    category,
    office,
    retention,
    legalBasis,
    filedBy,
    returnedReason,
    remarks,
    recordId,
    allowed: legalProposalMoves(state),
    happenedAt: proposal.happenedAt.toISOString(),
    recordedAt: proposal.recordedAt.toISOString(),
    version,
  };
}
