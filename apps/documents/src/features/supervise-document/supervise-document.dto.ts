import { ActFields, Id } from '@property-office/service-kit';

export class SuperviseDocumentDto extends ActFields {
  @Id({ label: { zh: '督办人', en: 'supervisor' } })
  supervisorId!: string;
}
