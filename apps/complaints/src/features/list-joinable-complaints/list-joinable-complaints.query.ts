import { complaintKinds, type ComplaintKind } from '@property-office/contracts';
import { Id, OneOf, Text } from '@property-office/service-kit';

export class ListJoinableComplaintsQuery {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(complaintKinds, { label: { zh: '投诉类别', en: 'kind' }, optional: true })
  kind?: ComplaintKind;

  @Id({ label: { zh: '公共地点', en: 'public place' }, optional: true })
  placeId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
