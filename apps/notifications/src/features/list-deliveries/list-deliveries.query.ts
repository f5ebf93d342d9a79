import { Id, Instant, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { channels, type Channel } from '../../domain/channels';
import { deliveryStates, type DeliveryState } from '../../domain/delivery-states';

export class ListDeliveriesQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(channels, { label: { zh: '渠道', en: 'channel' }, optional: true })
  channel?: Channel;

  @OneOf(deliveryStates, { label: { zh: '状态', en: 'state' }, optional: true })
  state?: DeliveryState;

  @Id({ label: { zh: '收件人', en: 'person' }, optional: true })
  personId?: string;

  @Id({ label: { zh: '机器人或 Webhook', en: 'robot or webhook' }, optional: true })
  endpointId?: string;

  @Instant({ label: { zh: '起始时间', en: 'begin' }, optional: true })
  from?: Date;

  @Instant({ label: { zh: '结束时间', en: 'end' }, optional: true })
  until?: Date;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
