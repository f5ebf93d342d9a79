import { Id, Text } from '@property-office/service-kit';
import { webhookEvents, type WebhookEvent } from '../../domain/webhook-events';
import { Words } from '../words.field';

export class CreateWebhookDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '名称', en: 'name' }, max: 50 })
  name!: string;

  @Text({ label: { zh: '接收地址', en: 'address of the receiver' }, max: 500 })
  url!: string;

  @Words(webhookEvents, { label: { zh: '事件', en: 'events' }, min: 1 })
  events!: WebhookEvent[];
}
