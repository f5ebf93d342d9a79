import { basisRanks, retentions, type BasisRank, type Retention } from '@property-office/contracts';
import { Id, Ids, Instant, OneOf, Text } from '@property-office/service-kit';
import { DescriptionFields } from '../description.dto';

export class RegisterRecordDto extends DescriptionFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '门类', en: 'category' }, max: 10, example: 'WS' })
  category!: string;

  @Text({ label: { zh: '机构（问题）', en: 'office' }, max: 10, example: 'KFB' })
  office!: string;

  @OneOf(retentions, { label: { zh: '保管期限', en: 'retention' } })
  retention!: Retention;

  @Text({ label: { zh: '保管期限依据', en: 'basis of the retention' }, max: 200, optional: true, description: '不填为公司保管期限表 / Left out: the company’s own table' })
  legalBasis?: string;

  @OneOf(basisRanks, { label: { zh: '依据的效力级别', en: 'rank of the basis' }, optional: true })
  basisRank?: BasisRank;

  @Text({ label: { zh: '原档号', en: 'old number' }, max: 100, optional: true, description: '从旧目录转来时保留 / Kept when a catalogue is carried on' })
  oldNumber?: string;

  @Text({ label: { zh: '题名', en: 'title' }, max: 300 })
  title!: string;

  @Text({ label: { zh: '责任者', en: 'responsible party' }, max: 200 })
  responsibleParty!: string;

  @Instant({ label: { zh: '形成日期', en: 'date' } })
  datedAt!: Date;

  @Text({ label: { zh: '库位', en: 'shelf' }, max: 100, optional: true })
  shelf?: string;

  @Ids({ label: { zh: '文件', en: 'files' }, max: 20, optional: true })
  attachmentIds?: string[];

  @Text({ label: { zh: '重复归档的原因', en: 'reason for another record of the same' }, max: 300, optional: true })
  duplicateReason?: string;
}
