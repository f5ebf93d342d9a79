import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page } from '@property-office/kernel';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { Audiences } from '../../persistence/audiences';
import { ReadNotices } from '../../persistence/read-notices';
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
    private readonly audiences: Audiences,
  ) {}

  /** In the order of the print list. What was marked between two pages moves none of them: a page goes on after a home, left or not. */
  @Get(':id/unreached-homes')
  @Operation('notifications.listUnreachedHomes', { summary: { zh: '没有渠道可以送达的房屋', en: 'Homes no channel reaches' }, ok: 200, okBody: UnreachedHomePage })
  async list(@PathId() id: string, @Query() { limit, cursor, left }: ListUnreachedHomesQuery, @Acting() principal: Principal): Promise<Page<UnreachedHomeView>> {
    const notice = await this.notices.one(principal, id, 'notifications.listUnreachedHomes');
    if (!notice) throw noticeErrors.unknown();
    const homes = await this.audiences.unreachedHomes(notice);
    const rest = homes.slice(homes.findIndex(({ homeId }) => homeId === cursor?.id) + 1);
    const wanted = rest.filter(({ leftAt }) => left === undefined || (leftAt !== null) === left);
    const page = toPage(wanted.slice(0, limit + 1), limit, ({ homeId }) => ({ at: notice.recordedAt.toISOString(), id: homeId }));
    return { ...page, items: page.items.map(unreachedHomeView) };
  }
}
