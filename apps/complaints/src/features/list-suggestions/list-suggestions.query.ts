import { Id, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { suggestionStates, type SuggestionState } from '../../domain/suggestion-states';

export class ListSuggestionsQuery extends PageQuery {
  @OneOf(suggestionStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: SuggestionState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
