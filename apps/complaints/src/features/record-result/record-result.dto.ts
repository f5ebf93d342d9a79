import { ActFields, Ids, Text } from '@property-office/service-kit';

export class RecordResultDto extends ActFields {
  @Text({ label: { zh: '处理结果', en: 'result' }, max: 4000, multiline: true })
  result!: string;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];
}
