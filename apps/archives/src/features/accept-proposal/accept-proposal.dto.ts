import { retentions, type Retention } from '@property-office/contracts';
import { ActFields, OneOf, Text, Texts, WholeNumber } from '@property-office/service-kit';

/** What is left out is by the rule of its source. */
export class AcceptProposalDto extends ActFields {
  @Text({ label: { zh: '门类', en: 'category' }, max: 10, optional: true })
  category?: string;

  @Text({ label: { zh: '机构（问题）', en: 'office' }, max: 10, optional: true })
  office?: string;

  @OneOf(retentions, { label: { zh: '保管期限', en: 'retention' }, optional: true, description: '可以更长，不能更短 / Longer than by the rule, never shorter' })
  retention?: Retention;

  @WholeNumber({ label: { zh: '页数', en: 'number of pages' }, min: 1, max: 100_000, optional: true, description: '来源未计页数时填写 / Where its source does not know them' })
  pages?: number;

  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 1_000, optional: true })
  copies?: number;

  @Texts({ label: { zh: '关键词', en: 'keywords' }, max: 40, atMost: 20, optional: true })
  keywords?: string[];

  @Text({ label: { zh: '附注', en: 'remarks' }, max: 1000, multiline: true, optional: true })
  remarks?: string;

  @Text({ label: { zh: '库位', en: 'shelf' }, max: 100, optional: true })
  shelf?: string;

  @Text({ label: { zh: '重复归档的原因', en: 'reason for another record of the same' }, max: 300, optional: true })
  duplicateReason?: string;
}
