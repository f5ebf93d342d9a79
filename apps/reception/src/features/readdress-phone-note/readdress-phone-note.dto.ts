import { ActFields, Id } from '@property-office/service-kit';

export class ReaddressPhoneNoteDto extends ActFields {
  @Id({ label: { zh: '转告对象', en: 'colleague' } })
  toPersonId!: string;
}
