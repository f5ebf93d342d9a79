import { registerDirections, type RegisterDirection } from '@property-office/contracts';
import { Id, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { foundKinds, type FoundKind } from '../../domain/found-kinds';

export class SearchDocumentsQuery extends PageQuery {
  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100 })
  q!: string;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(foundKinds, { label: { zh: '类别', en: 'kind' }, optional: true })
  kind?: FoundKind;

  @OneOf(registerDirections, { label: { zh: '收文或发文', en: 'direction' }, optional: true })
  direction?: RegisterDirection;
}
