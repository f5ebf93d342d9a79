import { ActFields, Flag, Ids, Text } from '@property-office/service-kit';

export class ExplainDifferencesDto extends ActFields {
  @Ids({ label: { zh: '差异', en: 'differences' }, max: 100, optional: true, description: '不填为全部未说明的 / Left out: all that are not explained' })
  differenceIds?: string[];

  @Text({ label: { zh: '差异说明', en: 'explanation' }, max: 1000, multiline: true })
  explanation!: string;

  @Flag({ label: { zh: '更正库位', en: 'correct the shelf' }, optional: true, description: '错架的按实际库位更正目录 / To where it was seen' })
  correctShelf?: boolean;
}
