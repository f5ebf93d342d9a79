import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadWorkOrders } from '../../persistence/read-work-orders';
import { viewOf, WorkOrderView } from '../work-order.view';
import { ListOrdersQuery } from './list-orders.query';

export class WorkOrderPage {
  @ApiProperty({ type: [WorkOrderView] })
  items!: WorkOrderView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/work-orders')
export class ListOrdersController {
  constructor(private readonly orders: ReadWorkOrders) {}

  @Get()
  @Operation('dispatch.listWorkOrders', { summary: { zh: '派工单列表', en: 'List work orders' }, ok: 200, okBody: WorkOrderPage })
  async list(@Query() query: ListOrdersQuery, @Acting() principal: Principal): Promise<Page<WorkOrderView>> {
    const page = await this.orders.page(principal, query);
    return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
  }
}
