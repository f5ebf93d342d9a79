import { Id, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { noticeTaskStates } from '../../domain/notice-task-states';

export class ListTasksQuery extends PageQuery {
  @OneOf(noticeTaskStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: string;

  @Id({ label: { zh: '公告', en: 'notice' }, optional: true })
  noticeId?: string;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: 'Number of the notice, or name of the group or board' })
  q?: string;
}
