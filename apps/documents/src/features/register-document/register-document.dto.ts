import { confidentialities, documentUrgencies, type Confidentiality, type DocumentUrgency } from '@property-office/contracts';
import { ActFields, Flag, Id, Ids, Instant, OneOf, Text, WholeNumber } from '@property-office/service-kit';

/** What a clerk adds to a document: nothing of it has to be given. */
export class DocumentFieldsDto extends ActFields {
  @Id({ label: { zh: '登记簿', en: 'register' }, optional: true, description: '不填则登记在“收文”簿 / Left out: the register 收文' })
  registerId?: string;

  @Text({ label: { zh: '来文字号', en: 'number of the sender' }, max: 100, optional: true })
  theirNumber?: string;

  @Instant({ label: { zh: '成文日期', en: 'date of the document' }, optional: true })
  documentDate?: Date;

  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 999, optional: true })
  copies?: number;

  @WholeNumber({ label: { zh: '页数', en: 'number of pages' }, min: 1, max: 9999, optional: true, description: '不填则按附件计 / Left out: as counted of its attachments' })
  pages?: number;

  @OneOf(documentUrgencies, { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: DocumentUrgency;

  @OneOf(confidentialities, { label: { zh: '密级', en: 'confidentiality' }, optional: true })
  confidentiality?: Confidentiality;
}

export class RegisterDocumentDto extends DocumentFieldsDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '标题', en: 'title' }, max: 300 })
  title!: string;

  @Text({ label: { zh: '来文单位', en: 'sender' }, max: 200 })
  sender!: string;

  @Flag({ label: { zh: '有纸质原件', en: 'original of paper' }, optional: true, description: '不填为有 / Left out: there is one' })
  paper?: boolean;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 20, optional: true })
  attachmentIds?: string[];
}
