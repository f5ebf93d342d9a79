import { Id, Instant } from '@property-office/service-kit';

/** What is left out stays as it is. */
export class ChangeDutyDto {
  @Id({ label: { zh: '人员', en: 'person' }, optional: true, description: 'Somebody else does it / 换人' })
  personId?: string;

  @Instant({ label: { zh: '开始时间', en: 'beginning' }, optional: true })
  from?: Date;

  @Instant({ label: { zh: '结束时间', en: 'end' }, optional: true })
  until?: Date;
}
