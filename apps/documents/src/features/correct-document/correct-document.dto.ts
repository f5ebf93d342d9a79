import { ActFields, Instant, Text, WholeNumber } from '@property-office/service-kit';

/** What is left out stays as it is. */
export class CorrectDocumentDto extends ActFields {
  @Text({ label: { zh: '标题', en: 'title' }, max: 300, optional: true })
  title?: string;

  @Text({ label: { zh: '来文单位', en: 'sender' }, max: 200, optional: true })
  sender?: string;

  @Text({ label: { zh: '来文字号', en: 'number of the sender' }, max: 100, optional: true })
  theirNumber?: string;

  @Instant({ label: { zh: '成文日期', en: 'date of the document' }, optional: true })
  documentDate?: Date;

  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 999, optional: true })
  copies?: number;

  @WholeNumber({ label: { zh: '页数', en: 'number of pages' }, min: 1, max: 9999, optional: true })
  pages?: number;

  @Text({ label: { zh: '更正原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
