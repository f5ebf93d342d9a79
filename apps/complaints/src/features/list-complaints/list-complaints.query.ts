import { complaintKinds, type ComplaintKind } from '@property-office/contracts';
import { Id, OneOf, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { complaintStates, type ComplaintState } from '../../domain/complaint-states';

export class ListComplaintsQuery extends PageQuery {
  @OneOf(complaintStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: ComplaintState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(complaintKinds, { label: { zh: '投诉类别', en: 'kind' }, optional: true })
  kind?: ComplaintKind;

  @QueryFlag({ label: { zh: '只看重大投诉', en: 'major only' }, optional: true })
  major?: boolean;

  @QueryFlag({ label: { zh: '只看热线投诉', en: 'of a hotline only' }, optional: true })
  hotline?: boolean;

  @Id({ label: { zh: '处理人', en: 'handler' }, optional: true })
  handlerId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
