import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery } from '@property-office/service-kit';
import { destructionStates, type DestructionState } from '../../domain/destruction-states';
import { ReadLists } from '../../persistence/read-lists';
import { DestructionView, destructionView } from '../destruction.view';

export class ListDestructionsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(destructionStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: DestructionState;
}

export class DestructionPage {
  @ApiProperty({ type: [DestructionView] })
  items!: DestructionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/destructions')
export class ListDestructionsController {
  constructor(private readonly lists: ReadLists) {}

  @Get()
  @Operation('archives.listDestructions', { summary: { zh: '销毁清册列表', en: 'List destruction lists' }, ok: 200, okBody: DestructionPage })
  async list(@Query() query: ListDestructionsQuery, @Acting() principal: Principal): Promise<Page<DestructionView>> {
    const { items, nextCursor } = await this.lists.destructions(principal, query);
    return { items: items.map(destructionView), nextCursor };
  }
}
