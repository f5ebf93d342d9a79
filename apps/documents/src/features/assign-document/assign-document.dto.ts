import { ActFields, Id } from '@property-office/service-kit';

export class AssignDocumentDto extends ActFields {
  @Id({ label: { zh: '承办人', en: 'person who acts on it' } })
  actingPersonId!: string;
}
