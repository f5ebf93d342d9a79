import { ActFields, Id, Ids, Instant, Text } from '@property-office/service-kit';

export class StartStocktakeDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '门类', en: 'category' }, max: 10, optional: true, description: '按门类清点；与库位填一项 / Or a shelf' })
  category?: string;

  @Text({ label: { zh: '库位', en: 'shelf' }, max: 100, optional: true, description: '按库位清点；与门类填一项 / Or a category' })
  shelf?: string;

  @Instant({ label: { zh: '应完成日期', en: 'date to finish by' } })
  finishBy!: Date;

  @Ids({ label: { zh: '协助清点人员', en: 'people who help to count' }, max: 20, optional: true, description: '本项目可以查阅档案的工作人员 / Who work on the site and may read its records' })
  counterIds?: string[];
}
