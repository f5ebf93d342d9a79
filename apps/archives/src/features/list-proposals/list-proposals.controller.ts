import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { recordSources, type Principal, type RecordSource } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery, Text } from '@property-office/service-kit';
import { proposalStates, type ProposalState } from '../../domain/proposal-states';
import { ReadProposals } from '../../persistence/read-proposals';
import { ProposalView, proposalView } from '../proposal.view';

export class ListProposalsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(proposalStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: ProposalState;

  @OneOf(recordSources, { label: { zh: '来源', en: 'source' }, optional: true })
  source?: RecordSource;

  @Id({ label: { zh: '来源事项', en: 'what it is of' }, optional: true })
  sourceId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

export class ProposalPage {
  @ApiProperty({ type: [ProposalView] })
  items!: ProposalView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/record-proposals')
export class ListProposalsController {
  constructor(private readonly proposals: ReadProposals) {}

  @Get()
  @Operation('archives.listProposals', { summary: { zh: '归档建议列表', en: 'List proposals of records' }, ok: 200, okBody: ProposalPage })
  async list(@Query() query: ListProposalsQuery, @Acting() principal: Principal): Promise<Page<ProposalView>> {
    const page = await this.proposals.page(principal, query);
    return { items: page.items.map(proposalView), nextCursor: page.nextCursor };
  }
}
