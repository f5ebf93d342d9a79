import { ActFields, Id } from '@property-office/service-kit';

export class NumberOutgoingDto extends ActFields {
  @Id({ label: { zh: '登记簿', en: 'register' }, optional: true, description: '不填则登记在“发文”簿 / Left out: the register 发文' })
  registerId?: string;
}
