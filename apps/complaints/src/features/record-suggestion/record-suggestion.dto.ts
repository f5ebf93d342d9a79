import { ActFields, Id, Ids, Nested, Text } from '@property-office/service-kit';
import { ComplainantContactDto } from '../record-complaint/record-complaint.dto';

export class RecordSuggestionDto extends ActFields {
  @Text({ label: { zh: '建议内容', en: 'suggestion' }, max: 4000, multiline: true })
  words!: string;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '代建议人', en: 'person it is recorded for' }, optional: true })
  onBehalfOf?: string;

  @Nested(() => ComplainantContactDto, { label: { zh: '联系方式', en: 'contact' }, optional: true })
  contact?: ComplainantContactDto;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];
}
