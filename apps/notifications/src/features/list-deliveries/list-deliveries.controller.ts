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
  @Operation('notifications.listDeliveries', {
    summary: { zh: '发送记录', en: 'Delivery log' },
    description: {
      zh: 'q 可为记录所显示的词：种类、失败原因（中文或英文）、对方的说明和编号、机器人或 Webhook 的名称；记录不含内容、姓名和号码，也不能以此搜索。',
      en: 'q takes words of what the log shows: its kind, why it failed, in Chinese or English, what the receiver said and named it, the name of a robot or webhook. Contents, names and numbers are not in the log and find nothing.',
    },
    ok: 200,
    okBody: DeliveryPage,
  })
  async list(
    @Query() query: ListDeliveriesQuery,
    @Acting() principal: Principal,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DeliveryPage> {
    const { items, nextCursor } = await this.deliveries.page(principal, query);
    return { items: items.map((row) => deliveryView(row, languageOf(language))), nextCursor };
  }
}
