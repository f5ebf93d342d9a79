import { confidentialities, documentUrgencies, type Confidentiality, type DocumentUrgency } from '@property-office/contracts';
import { ActFields, Instant, OneOf, SomeOf, Text, WholeNumber } from '@property-office/service-kit';
import { emptiable, type Emptiable } from '../../domain/corrections';

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

  @OneOf(documentUrgencies, { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: DocumentUrgency;

  @OneOf(confidentialities, { label: { zh: '密级', en: 'confidentiality' }, optional: true, description: '解密由主任进行 / Opened by the director' })
  confidentiality?: Confidentiality;

  @SomeOf(emptiable, { label: { zh: '清空的项目', en: 'what it says nothing of' }, optional: true, description: '误填的项目 / What was registered of it and is not there' })
  emptied?: Emptiable[];

  @Text({ label: { zh: '更正原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
