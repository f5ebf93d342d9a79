import { ActFields, Flag, Ids } from '@property-office/service-kit';

export class CirculateDocumentDto extends ActFields {
  @Ids({ label: { zh: '传阅人', en: 'readers' }, max: 100 })
  readerIds!: string[];

  @Flag({ label: { zh: '依次传阅', en: 'one after the other' }, optional: true, description: '不填为同时传阅 / Left out: to all at once' })
  ordered?: boolean;
}
