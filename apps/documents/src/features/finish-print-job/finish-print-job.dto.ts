import { ActFields, Id, Ids } from '@property-office/service-kit';

/** Of a job of drafting, what came of it. */
export class FinishPrintJobDto extends ActFields {
  @Ids({ label: { zh: '起草的文稿', en: 'what was drafted' }, max: 20, optional: true })
  attachmentIds?: string[];

  @Id({ label: { zh: '起草的发文', en: 'outgoing document that was drafted' }, optional: true })
  documentId?: string;
}
