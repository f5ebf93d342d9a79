import { ActFields, Instant } from '@property-office/service-kit';

export class ScheduleNoticeDto extends ActFields {
  @Instant({ label: { zh: '发布时间', en: 'time of the release' } })
  releaseAt!: Date;
}
