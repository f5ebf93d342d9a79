import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { recordSources, retentions, type Principal, type RecordSource, type Retention } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Instant, OneOf, Operation, PageQuery, QueryFlag, QueryNumber, Text } from '@property-office/service-kit';
import { carriers, type Carrier } from '../../domain/carriers';
import { ReadRecords } from '../../persistence/read-records';
import { RecordHitView, recordHitView } from './record-hit.view';

export class ListRecordsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Text({ label: { zh: '门类', en: 'category' }, max: 10, optional: true })
  category?: string;

  @OneOf(retentions, { label: { zh: '保管期限', en: 'retention' }, optional: true })
  retention?: Retention;

  @QueryNumber({ label: { zh: '年度', en: 'year' }, min: 1900, max: 2999, optional: true })
  year?: number;

  @Text({ label: { zh: '机构（问题）', en: 'office' }, max: 10, optional: true })
  office?: string;

  @Text({ label: { zh: '库位', en: 'shelf' }, max: 100, optional: true })
  shelf?: string;

  @OneOf(carriers, { label: { zh: '载体', en: 'carrier' }, optional: true })
  carrier?: Carrier;

  @Instant({ label: { zh: '形成日期（起）', en: 'dated from' }, optional: true })
  datedFrom?: Date;

  @Instant({ label: { zh: '形成日期（止，不含）', en: 'dated before' }, optional: true })
  datedUntil?: Date;

  @Id({ label: { zh: '经办人', en: 'who handled it' }, optional: true, description: '办理过程中有其办理的步骤 / Who did a step of its trail, or for whom it was done' })
  handledBy?: string;

  @OneOf(recordSources, { label: { zh: '来源', en: 'source' }, optional: true })
  source?: RecordSource;

  @Id({ label: { zh: '来源事项', en: 'what it was made of' }, optional: true })
  sourceId?: string;

  @QueryFlag({ label: { zh: '已冻结', en: 'on hold' }, optional: true })
  held?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: '档号、题名、文号、责任者、关键词、定稿正文和办理意见、文件（PDF、DOCX）中的文字 / Also in the final text and in what PDF and DOCX say' })
  q?: string;
}

export class RecordPage {
  @ApiProperty({ type: [RecordHitView] })
  items!: RecordHitView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/records')
export class ListRecordsController {
  constructor(private readonly records: ReadRecords) {}

  @Get()
  @Operation('archives.listRecords', { summary: { zh: '档案目录', en: 'List records' }, ok: 200, okBody: RecordPage })
  async list(@Query() query: ListRecordsQuery, @Acting() principal: Principal): Promise<Page<RecordHitView>> {
    const page = await this.records.page(principal, query);
    return { items: page.items.map(recordHitView), nextCursor: page.nextCursor };
  }
}
