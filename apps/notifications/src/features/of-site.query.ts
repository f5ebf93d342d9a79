import { Id, PageQuery } from '@property-office/service-kit';

export class OfSiteQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}
