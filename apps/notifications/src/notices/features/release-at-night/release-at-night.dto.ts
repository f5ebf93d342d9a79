import { ActFields, Id, Instant, Text } from '@property-office/service-kit';

/** Place and time are free, nothing else is. */
export class ReleaseAtNightDto extends ActFields {
  @Text({ label: { zh: '夜间模板', en: 'template of the night' }, max: 50 })
  template!: string;

  @Id({ label: { zh: '地点', en: 'place' } })
  placeId!: string;

  @Instant({ label: { zh: '开始时间', en: 'start' } })
  from!: Date;

  @Instant({ label: { zh: '预计结束时间', en: 'expected end' }, optional: true })
  until?: Date;
}
