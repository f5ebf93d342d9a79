import { noticeKinds, type NoticeKind } from '@property-office/contracts';
import { Id, OneOf, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { noticeStates, type NoticeState } from '../../domain/notice-states';

export class ListNoticesQuery extends PageQuery {
  @OneOf(noticeStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: NoticeState;

  @OneOf(noticeKinds, { label: { zh: '公告类别', en: 'kind of notice' }, optional: true })
  kind?: NoticeKind;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @QueryFlag({ label: { zh: '只看发给我的', en: 'addressed to me' }, optional: true })
  mine?: boolean;

  @QueryFlag({ label: { zh: '只看我未读的', en: 'not read by me' }, optional: true })
  unread?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
