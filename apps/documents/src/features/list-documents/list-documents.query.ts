import { documentUrgencies, type DocumentUrgency } from '@property-office/contracts';
import { Id, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { incomingStates, type IncomingState } from '../../domain/incoming-states';

export class ListDocumentsQuery extends PageQuery {
  @OneOf(incomingStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: IncomingState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(documentUrgencies, { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: DocumentUrgency;

  @Id({ label: { zh: '登记簿', en: 'register' }, optional: true })
  registerId?: string;

  @Id({ label: { zh: '承办人', en: 'person who acts on it' }, optional: true })
  actingPersonId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
