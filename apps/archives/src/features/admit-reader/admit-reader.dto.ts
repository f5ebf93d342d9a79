import { ActFields, Id, Instant } from '@property-office/service-kit';

export class AdmitReaderDto extends ActFields {
  @Id({ label: { zh: '查阅人', en: 'reader' } })
  readerId!: string;

  @Instant({ label: { zh: '开放期限', en: 'date until which they may see it' }, optional: true, description: '不填为不限期 / Left out: for as long as nobody ends it' })
  until?: Date;
}
