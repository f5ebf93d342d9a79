import { ApiProperty } from '@nestjs/swagger';
import { webhookEvents } from '../domain/webhook-events';
import type { WebhookEndpoint } from '../persistence/webhooks';

export class WebhookView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'uri' })
  url!: string;

  @ApiProperty({ enum: webhookEvents, isArray: true })
  events!: string[];

  @ApiProperty({ description: 'false: given up after repeated failure, or switched off / 已停用' })
  enabled!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disabledAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  disabledReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastDeliveredAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty()
  version!: number;
}

/** The only answers that hold the secret: of making it, and of making a new one. */
export class WebhookWithSecretView extends WebhookView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Shown here and nowhere else (null: changed again meanwhile); Standard Webhooks says how to verify with it / 仅此一次显示',
  })
  secret!: string | null;
}

export function webhookView({ id, siteId, name, url, events, state, disabledAt, disabledReason, lastDeliveredAt, createdAt, version }: WebhookEndpoint): WebhookView {
  return {
    id,
    siteId,
    name,
    url,
    events,
    enabled: state === 'enabled',
    disabledAt: disabledAt?.toISOString() ?? null,
    disabledReason,
    lastDeliveredAt: lastDeliveredAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    version,
  };
}
