import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation } from '@property-office/service-kit';
import { ReadDeliveries } from '../../persistence/read-deliveries';
import { deliveryView, DeliveryView } from '../delivery.view';
import { ListDeliveriesQuery } from './list-deliveries.query';

export class DeliveryPage {
  @ApiProperty({ type: [DeliveryView] })
  items!: DeliveryView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/deliveries')
export class ListDeliveriesController {
  constructor(private readonly deliveries: ReadDeliveries) {}

  @Get()
  @Operation('notifications.listDeliveries', { summary: { zh: '发送记录', en: 'Delivery log' }, ok: 200, okBody: DeliveryPage })
  async list(
    @Query() query: ListDeliveriesQuery,
    @Acting() principal: Principal,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DeliveryPage> {
    const { items, nextCursor } = await this.deliveries.page(principal, query);
    return { items: items.map((row) => deliveryView(row, languageOf(language))), nextCursor };
  }
}
