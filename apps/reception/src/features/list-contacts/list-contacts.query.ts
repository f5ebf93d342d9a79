import { contactChannels, type ContactChannel } from '@property-office/contracts';
import { Id, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { contactStates, type ContactState } from '../../domain/contact-states';

export class ListContactsQuery extends PageQuery {
  @OneOf(contactStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: ContactState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(contactChannels, { label: { zh: '来电来访方式', en: 'channel' }, optional: true })
  channel?: ContactChannel;

  @Id({ label: { zh: '责任人', en: 'owner' }, optional: true })
  ownerId?: string;

  @Id({ label: { zh: '住户', en: 'resident' }, optional: true })
  personId?: string;

  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
