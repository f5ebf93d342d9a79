import { ActFields, Instant, Text } from '@property-office/service-kit';

export class PlanRepairDto extends ActFields {
  @Instant({ label: { zh: '计划完成时间', en: 'time by which it is to be done' } })
  plannedFor!: Date;

  @Text({ label: { zh: '说明', en: 'note' }, max: 500, multiline: true, optional: true })
  note?: string;
}
