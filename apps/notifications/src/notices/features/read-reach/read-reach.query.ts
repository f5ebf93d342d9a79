import { Id, Instant, OneOf } from '@property-office/service-kit';
import { groupings, type Grouping } from '../../persistence/reach';

export class ReadReachQuery {
  @Instant({ label: { zh: '开始时间', en: 'start' } })
  from!: Date;

  @Instant({ label: { zh: '结束时间', en: 'end' } })
  to!: Date;

  @OneOf(groupings, { label: { zh: '分组方式', en: 'grouping' }, optional: true })
  groupBy: Grouping = 'none';

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}
