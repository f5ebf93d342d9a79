import { ActFields, Id, Text, Texts, WholeNumber } from '@property-office/service-kit';

export class AskCopyDto extends ActFields {
  @Id({ label: { zh: '档案', en: 'record' } })
  recordId!: string;

  @Text({ label: { zh: '使用人或单位', en: 'person or office they are for' }, max: 60 })
  forWhom!: string;

  @Text({ label: { zh: '用途', en: 'purpose' }, max: 500, multiline: true })
  purpose!: string;

  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 50 })
  copies!: number;

  @Text({ label: { zh: '介绍信或公函', en: 'letter of an official request' }, max: 200, optional: true, description: '公务查询必填，与来查询的人员一并填写 / Of an official request, with its officers' })
  letter?: string;

  @Texts({ label: { zh: '来查询的人员及证件', en: 'officers of an official request' }, max: 100, atMost: 10, optional: true })
  officers?: string[];
}
