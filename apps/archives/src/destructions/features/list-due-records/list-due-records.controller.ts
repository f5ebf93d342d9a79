import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Operation, PageQuery } from '@property-office/service-kit';
import { ReadLists } from '../../persistence/read-lists';
import { ListedRecordView, listedRecordView } from '../../../lists/features/listed-record.view';

export class ListDueRecordsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class DueRecordPage {
  @ApiProperty({ type: [ListedRecordView] })
  items!: ListedRecordView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/appraisals')
export class ListDueRecordsController {
  constructor(private readonly lists: ReadLists) {}

  @Get('due')
  @Operation('archives.listDueRecords', {
    summary: { zh: '到期档案', en: 'Records whose retention is over' },
    description: { zh: '未冻结、未销毁、未列入鉴定或销毁清册的。系统不会自行销毁。', en: 'Neither on hold nor destroyed nor on a list. Nothing is destroyed by itself.' },
    ok: 200,
    okBody: DueRecordPage,
  })
  async list(@Query() query: ListDueRecordsQuery, @Acting() principal: Principal): Promise<Page<ListedRecordView>> {
    const { items, nextCursor } = await this.lists.due(principal, query);
    return { items: items.map(listedRecordView), nextCursor };
  }
}
