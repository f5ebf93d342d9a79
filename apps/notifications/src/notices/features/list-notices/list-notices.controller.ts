import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadNotices } from '../../persistence/read-notices';
import { readBy, ReadNoticeView } from '../read-notice.view';
import { ListNoticesQuery } from './list-notices.query';

export class NoticePage {
  @ApiProperty({ type: [ReadNoticeView] })
  items!: ReadNoticeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/notices')
export class ListNoticesController {
  constructor(private readonly notices: ReadNotices) {}

  @Get()
  @Operation('notifications.listNotices', { summary: { zh: '公告列表', en: 'List notices' }, ok: 200, okBody: NoticePage })
  async list(@Query() query: ListNoticesQuery, @Acting() principal: Principal): Promise<Page<ReadNoticeView>> {
    const page = await this.notices.page(principal, query);
    return { items: page.items.map((each) => readBy(principal, each)), nextCursor: page.nextCursor };
  }
}
