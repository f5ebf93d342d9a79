import { Id, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { repairStates, type RepairState } from '../../domain/repair-states';

export class ListRepairsQuery extends PageQuery {
  @OneOf(repairStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: RepairState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Text({ label: { zh: '报修类别', en: 'category' }, max: 50, optional: true })
  category?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
