import { ActFields, Id, Ids, Text } from '@property-office/service-kit';

export class ApplyForDestructionDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Ids({ label: { zh: '档案', en: 'records' }, max: 100, description: '鉴定结论为销毁的 / Those that an appraisal has listed' })
  recordIds!: string[];

  @Text({ label: { zh: '申请理由', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
