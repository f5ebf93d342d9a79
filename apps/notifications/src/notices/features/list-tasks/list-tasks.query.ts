import { Id, OneOf, PageQuery } from '@property-office/service-kit';
import { noticeTaskStates } from '../../domain/notice-task-states';

export class ListTasksQuery extends PageQuery {
  @OneOf(noticeTaskStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: string;

  @Id({ label: { zh: '公告', en: 'notice' }, optional: true })
  noticeId?: string;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}
