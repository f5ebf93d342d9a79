import { ActFields, Id } from '@property-office/service-kit';

export class EndAdmissionDto extends ActFields {
  @Id({ label: { zh: '查阅人', en: 'reader' } })
  readerId!: string;
}
