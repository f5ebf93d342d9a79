import { Id, Instant, PageQuery } from '@property-office/service-kit';

/** What all lists of the duty plan are narrowed by. */
export class PlanQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '人员', en: 'person' }, optional: true })
  personId?: string;

  @Instant({
    label: { zh: '时刻', en: 'moment' },
    optional: true,
    description: 'Only what holds at this moment / 只列出此刻有效的',
  })
  at?: Date;
}
