import { ActFields, Text, WholeNumber } from '@property-office/service-kit';

export class PrintOutgoingDto extends ActFields {
  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 999 })
  copies!: number;

  @WholeNumber({ label: { zh: '每份页数', en: 'pages of a copy' }, min: 1, max: 9999, optional: true, description: '不填则按版式文件与附件计 / Left out: as counted of the paper and its attachments' })
  pages?: number;

  @Text({ label: { zh: '页数不同的原因', en: 'reason for another number of pages' }, max: 300, optional: true })
  pagesReason?: string;
}
