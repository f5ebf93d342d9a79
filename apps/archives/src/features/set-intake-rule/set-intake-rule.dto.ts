import { basisRanks, recordSources, retentions, type BasisRank, type RecordSource, type Retention } from '@property-office/contracts';
import { ActFields, Id, OneOf, Text } from '@property-office/service-kit';

export class SetIntakeRuleDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(recordSources, { label: { zh: '来源', en: 'source' } })
  source!: RecordSource;

  @Text({ label: { zh: '门类', en: 'category' }, max: 10 })
  category!: string;

  @Text({ label: { zh: '机构（问题）', en: 'office' }, max: 10 })
  office!: string;

  @OneOf(retentions, { label: { zh: '保管期限', en: 'retention' } })
  retention!: Retention;

  @Text({ label: { zh: '保管期限依据', en: 'basis of the retention' }, max: 200 })
  legalBasis!: string;

  @OneOf(basisRanks, { label: { zh: '依据的效力级别', en: 'rank of the basis' } })
  basisRank!: BasisRank;
}
