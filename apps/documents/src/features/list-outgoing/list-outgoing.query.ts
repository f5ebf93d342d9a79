import { outgoingKinds, type OutgoingKind } from '@property-office/contracts';
import { Id, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { outgoingStates, type OutgoingState } from '../../domain/outgoing-states';

export class ListOutgoingQuery extends PageQuery {
  @OneOf(outgoingStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: OutgoingState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(outgoingKinds, { label: { zh: '文种', en: 'kind' }, optional: true })
  kind?: OutgoingKind;

  @Id({ label: { zh: '登记簿', en: 'register' }, optional: true })
  registerId?: string;

  @Id({ label: { zh: '拟稿人', en: 'drafter' }, optional: true })
  draftedBy?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
