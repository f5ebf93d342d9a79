import { ActFields, Id } from '@property-office/service-kit';

export class ReaddressMailDto extends ActFields {
  @Id({ label: { zh: '收件人', en: 'addressee' } })
  addresseeId!: string;
}
