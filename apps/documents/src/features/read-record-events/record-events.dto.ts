import { Id, Instant } from '@property-office/service-kit';

export class RecordEventsDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Instant({ label: { zh: '起始时间', en: 'from' } })
  from!: Date;

  @Instant({ label: { zh: '截止时间', en: 'until' } })
  to!: Date;

  @Id({ label: { zh: '上一页最后一项', en: 'last of the page before' }, optional: true })
  after?: string;
}
