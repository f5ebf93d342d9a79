import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { Webhooks } from '../../persistence/webhooks';
import { OfSiteQuery } from '../of-site.query';
import { webhookView, WebhookView } from '../webhook.view';

export class WebhookPage {
  @ApiProperty({ type: [WebhookView] })
  items!: WebhookView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/webhooks')
export class ListWebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  @Get()
  @Operation('notifications.listWebhooks', { summary: { zh: 'Webhook 列表', en: 'Webhooks' }, ok: 200, okBody: WebhookPage })
  async list(@Query() query: OfSiteQuery, @Acting() principal: Principal): Promise<WebhookPage> {
    const { items, nextCursor } = await this.webhooks.page(principal, query);
    return { items: items.map(webhookView), nextCursor };
  }
}
