import { handOverScopes, livingFileSubjects, type HandOverScope, type LivingFileSubject } from '@property-office/contracts';
import { ActFields, Flag, Id, Ids, OneOf, Text, WholeNumber } from '@property-office/service-kit';

export class ApplyForHandOverDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(handOverScopes, { label: { zh: '移交范围', en: 'scope' } })
  scope!: HandOverScope;

  @Ids({ label: { zh: '档案', en: 'records' }, max: 100, optional: true, description: '范围为指定档案时填写 / Where the scope is named records' })
  recordIds?: string[];

  @Text({ label: { zh: '门类', en: 'category' }, max: 10, optional: true, example: 'WS', description: '范围为门类时填写 / Where the scope is a category' })
  category?: string;

  @WholeNumber({ label: { zh: '起始年度', en: 'first year' }, min: 1900, max: 2999, optional: true, description: '范围为门类或全部时可填，只移交这些年度的档案 / Of a category, or of everything: records of those archive years alone' })
  fromYear?: number;

  @WholeNumber({ label: { zh: '截止年度', en: 'last year' }, min: 1900, max: 2999, optional: true })
  toYear?: number;

  @OneOf(livingFileSubjects, { label: { zh: '一户一档或一机一档', en: 'living files of homes or of devices' }, optional: true, description: '范围为一户一档、一机一档时可填 / Where the scope is living files' })
  subject?: LivingFileSubject;

  @Ids({ label: { zh: '楼栋', en: 'buildings' }, max: 100, optional: true, description: '范围为一户一档、一机一档时可填，只移交这些楼栋的 / Where the scope is living files: of what stands in those buildings alone' })
  buildingIds?: string[];

  @Flag({ label: { zh: '含保密档案', en: 'with confidential records' }, optional: true, description: '不注明的清册不含保密档案 / A list that does not say so holds none' })
  confidential?: boolean;

  @Text({ label: { zh: '接收单位', en: 'receiving body' }, max: 200 })
  receivingBody!: string;

  @Text({ label: { zh: '移交事由', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
