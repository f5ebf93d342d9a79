import { handOverScopes, type HandOverScope } from '@property-office/contracts';
import { ActFields, Flag, Id, Ids, OneOf, Text } from '@property-office/service-kit';

export class ApplyForHandOverDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(handOverScopes, { label: { zh: '移交范围', en: 'scope' } })
  scope!: HandOverScope;

  @Ids({ label: { zh: '档案', en: 'records' }, max: 100, optional: true, description: '范围为指定档案时填写 / Where the scope is named records' })
  recordIds?: string[];

  @Text({ label: { zh: '门类', en: 'category' }, max: 10, optional: true, example: 'WS', description: '范围为门类时填写 / Where the scope is a category' })
  category?: string;

  @Flag({ label: { zh: '含保密档案', en: 'with confidential records' }, optional: true, description: '不注明的清册不含保密档案 / A list that does not say so holds none' })
  confidential?: boolean;

  @Text({ label: { zh: '接收单位', en: 'receiving body' }, max: 200 })
  receivingBody!: string;

  @Text({ label: { zh: '移交事由', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
