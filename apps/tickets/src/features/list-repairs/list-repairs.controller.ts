import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadRepairs } from '../../persistence/read-repairs';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { ListRepairsQuery } from './list-repairs.query';

export class RepairRequestPage {
  @ApiProperty({ type: [RepairRequestView] })
  items!: RepairRequestView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/repair-requests')
export class ListRepairsController {
  constructor(
    private readonly repairs: ReadRepairs,
    private readonly views: RepairViews,
  ) {}

  @Get()
  @Operation('tickets.listRepairs', { summary: { zh: '报修列表', en: 'List repair requests' }, ok: 200, okBody: RepairRequestPage })
  async list(@Query() query: ListRepairsQuery, @Acting() principal: Principal): Promise<Page<RepairRequestView>> {
    const page = await this.repairs.page(principal, query);
    return { items: page.items.map((request) => this.views.readBy(principal, request)), nextCursor: page.nextCursor };
  }
}
