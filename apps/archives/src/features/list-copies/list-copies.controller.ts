import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { copyStates, type CopyState } from '../../domain/copy-states';
import { ReadCopies } from '../../persistence/read-copies';
import { CopyView, copyView } from '../copy.view';

export class ListCopiesQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(copyStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: CopyState;

  @Id({ label: { zh: '档案', en: 'record' }, optional: true })
  recordId?: string;

  @Id({ label: { zh: '申请人', en: 'person who asked' }, optional: true })
  askedBy?: string;

  @QueryFlag({ label: { zh: '待我审批', en: 'waits for your decision' }, optional: true })
  toDecide?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

export class CopyPage {
  @ApiProperty({ type: [CopyView] })
  items!: CopyView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/copies')
export class ListCopiesController {
  constructor(private readonly copies: ReadCopies) {}

  @Get()
  @Operation('archives.listCopies', { summary: { zh: '复制列表', en: 'List copies' }, ok: 200, okBody: CopyPage })
  async list(@Query() query: ListCopiesQuery, @Acting() principal: Principal): Promise<Page<CopyView>> {
    const page = await this.copies.page(principal, query);
    return { items: page.items.map(copyView), nextCursor: page.nextCursor };
  }
}
