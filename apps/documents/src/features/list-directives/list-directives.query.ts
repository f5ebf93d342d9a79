import { Id, OneOf, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { directiveStates, type DirectiveState } from '../../domain/directive-states';

export class ListDirectivesQuery extends PageQuery {
  @OneOf(directiveStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: DirectiveState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '下达人', en: 'giver' }, optional: true })
  givenBy?: string;

  @QueryFlag({ label: { zh: '待我确认', en: 'to be acknowledged by me' }, optional: true })
  toAcknowledge?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
