import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PageQuery, PathId } from '@property-office/service-kit';
import { listById } from '../../../lists/persistence/read-lists';
import { handOverErrors } from '../../domain/errors';
import { HandOver } from '../../persistence/hand-over.entity';
import { itemsPage } from '../../persistence/read-items';
import { HandOverItemView, handOverItemView } from './hand-over-item.view';

export class HandOverItemPage {
  @ApiProperty({ type: [HandOverItemView] })
  items!: HandOverItemView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/hand-overs')
export class ListHandOverItemsController {
  constructor(private readonly database: Database) {}

  @Get(':id/items')
  @Operation('archives.listHandOverItems', {
    summary: { zh: '移交清册', en: 'The items of a hand-over' },
    description: { zh: '只列出您可以查看的档案。', en: 'Of its records it shows those that you may see.' },
    ok: 200,
    okBody: HandOverItemPage,
  })
  async list(@PathId() id: string, @Query() query: PageQuery, @Acting() principal: Principal): Promise<Page<HandOverItemView>> {
    if (!(await listById(this.database, HandOver, principal, 'archives.listHandOverItems', id))) throw handOverErrors.handOverUnknown();
    const { items, nextCursor } = await itemsPage(this.database, principal, id, query);
    return { items: items.map(handOverItemView), nextCursor };
  }
}
