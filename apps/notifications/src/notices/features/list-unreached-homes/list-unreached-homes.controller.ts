import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { ReadNotices } from '../../persistence/read-notices';
import { UnreachedHomes } from '../../persistence/unreached-homes';
import { UnreachedHomeView, unreachedHomeView } from '../unreached-home.view';
import { ListUnreachedHomesQuery } from './list-unreached-homes.query';

export class UnreachedHomePage {
  @ApiProperty({ type: [UnreachedHomeView] })
  items!: UnreachedHomeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/notices')
export class ListUnreachedHomesController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly homes: UnreachedHomes,
  ) {}

  @Get(':id/unreached-homes')
  @Operation('notifications.listUnreachedHomes', { summary: { zh: '没有渠道可以送达的房屋', en: 'Homes no channel reaches' }, ok: 200, okBody: UnreachedHomePage })
  async list(@PathId() id: string, @Query() query: ListUnreachedHomesQuery, @Acting() principal: Principal): Promise<Page<UnreachedHomeView>> {
    const notice = await this.notices.one(principal, id, 'notifications.listUnreachedHomes');
    if (!notice) throw noticeErrors.unknown();
    const page = await this.homes.page(notice, query);
    return { ...page, items: page.items.map(unreachedHomeView) };
  }
}
