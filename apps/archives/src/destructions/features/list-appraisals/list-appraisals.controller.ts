import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery } from '@property-office/service-kit';
import { appraisalStates, type AppraisalState } from '../../domain/appraisal-states';
import { ReadLists } from '../../persistence/read-lists';
import { AppraisalView, appraisalView } from '../appraisal.view';

export class ListAppraisalsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(appraisalStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: AppraisalState;
}

export class AppraisalPage {
  @ApiProperty({ type: [AppraisalView] })
  items!: AppraisalView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/appraisals')
export class ListAppraisalsController {
  constructor(private readonly lists: ReadLists) {}

  @Get()
  @Operation('archives.listAppraisals', { summary: { zh: '档案鉴定列表', en: 'List appraisals' }, ok: 200, okBody: AppraisalPage })
  async list(@Query() query: ListAppraisalsQuery, @Acting() principal: Principal): Promise<Page<AppraisalView>> {
    const { items, nextCursor } = await this.lists.appraisals(principal, query);
    return { items: items.map(appraisalView), nextCursor };
  }
}
