import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { recordSources, retentions, type Principal, type RecordSource, type Retention } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery, QueryFlag, QueryNumber, Text } from '@property-office/service-kit';
import { ReadRecords } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';

export class ListRecordsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Text({ label: { zh: '门类', en: 'category' }, max: 10, optional: true })
  category?: string;

  @OneOf(retentions, { label: { zh: '保管期限', en: 'retention' }, optional: true })
  retention?: Retention;

  @QueryNumber({ label: { zh: '年度', en: 'year' }, min: 1900, max: 2999, optional: true })
  year?: number;

  @OneOf(recordSources, { label: { zh: '来源', en: 'source' }, optional: true })
  source?: RecordSource;

  @Id({ label: { zh: '来源事项', en: 'what it was made of' }, optional: true })
  sourceId?: string;

  @QueryFlag({ label: { zh: '已冻结', en: 'on hold' }, optional: true })
  held?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: '档号、题名、文号、责任者、关键词' })
  q?: string;
}

export class RecordPage {
  @ApiProperty({ type: [RecordView] })
  items!: RecordView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/records')
export class ListRecordsController {
  constructor(private readonly records: ReadRecords) {}

  @Get()
  @Operation('archives.listRecords', { summary: { zh: '档案目录', en: 'List records' }, ok: 200, okBody: RecordPage })
  async list(@Query() query: ListRecordsQuery, @Acting() principal: Principal): Promise<Page<RecordView>> {
    const page = await this.records.page(principal, query);
    return { items: page.items.map(recordView), nextCursor: page.nextCursor };
  }
}
