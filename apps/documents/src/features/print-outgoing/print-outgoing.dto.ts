import { ActFields, WholeNumber } from '@property-office/service-kit';

export class PrintOutgoingDto extends ActFields {
  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 999 })
  copies!: number;

  @WholeNumber({ label: { zh: '每份页数', en: 'pages of a copy' }, min: 1, max: 9999, optional: true })
  pages?: number;
}
