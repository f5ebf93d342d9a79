import { confidentialities, documentUrgencies, outgoingKinds, type Confidentiality, type DocumentUrgency, type OutgoingKind } from '@property-office/contracts';
import { ActFields, Id, Ids, Nested, OneOf, Text, Texts } from '@property-office/service-kit';
import { AttendanceDto } from '../attendance.dto';

/** What a draft says, and to whom. */
export class OutgoingContentDto extends ActFields {
  @Text({ label: { zh: '标题', en: 'title' }, max: 300, optional: true, description: '不填为模板的标题 / Left out: that of its template' })
  title?: string;

  @Text({ label: { zh: '正文', en: 'text' }, max: 50_000, multiline: true, optional: true, description: '不填为模板的正文 / Left out: that of its template' })
  body?: string;

  @Texts({ label: { zh: '主送单位', en: 'recipients' }, max: 200, atLeast: 1, atMost: 100 })
  recipients!: string[];

  @Texts({ label: { zh: '抄送单位', en: 'who else has it' }, max: 200, atMost: 100, optional: true })
  copiesTo?: string[];

  @Nested(() => AttendanceDto, { label: { zh: '会议出席情况', en: 'attendance' }, optional: true, description: '纪要必填，其他文种不填 / Of minutes, and of these alone' })
  attendance?: AttendanceDto;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 20, optional: true })
  attachmentIds?: string[];
}

export class DraftOutgoingDto extends OutgoingContentDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(outgoingKinds, { label: { zh: '文种', en: 'kind' } })
  kind!: OutgoingKind;

  @OneOf(documentUrgencies, { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: DocumentUrgency;

  @OneOf(confidentialities, { label: { zh: '密级', en: 'confidentiality' }, optional: true })
  confidentiality?: Confidentiality;
}
