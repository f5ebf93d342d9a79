import { registerDirections, type RegisterDirection } from '@property-office/contracts';
import { ActFields, Id, OneOf, Text, WholeNumber } from '@property-office/service-kit';

export class OpenRegisterDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '登记簿代字', en: 'code of the register' }, max: 20 })
  code!: string;

  @WholeNumber({ label: { zh: '年度', en: 'year' }, min: 2000, max: 2999, optional: true, description: '不填为当年 / Left out: this year' })
  year?: number;

  @WholeNumber({ label: { zh: '起始号', en: 'first number' }, min: 1, max: 999999, optional: true, description: '接续纸质登记簿时填写 / Where a register of paper is carried on' })
  firstNumber?: number;

  @OneOf(registerDirections, { label: { zh: '收文或发文', en: 'incoming or outgoing' }, optional: true, description: '不填为收文 / Left out: incoming' })
  direction?: RegisterDirection;
}
