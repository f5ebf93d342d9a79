import { ActFields, Id, Ids } from '@property-office/service-kit';

export class StartAppraisalDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Ids({ label: { zh: '档案', en: 'records' }, max: 100 })
  recordIds!: string[];

  @Ids({ label: { zh: '鉴定人', en: 'appraisers' }, max: 10, description: '至少两人，本项目工作人员 / Two people at least, who work on the site' })
  appraiserIds!: string[];
}
