import { ActFields, Id, Text } from '@property-office/service-kit';

export class OfferContactDto extends ActFields {
  @Id({ label: { zh: '接手同事', en: 'colleague' } })
  toPersonId!: string;

  @Text({ label: { zh: '移交说明', en: 'note for the colleague' }, max: 1000, multiline: true, optional: true })
  note?: string;
}
