import { ActFields, Id, Ids, Text } from '@property-office/service-kit';

export class FinishTaskDto extends ActFields {
  @Id({ label: { zh: '任务', en: 'task' } })
  taskId!: string;

  @Text({ label: { zh: '完成情况', en: 'what was done' }, max: 1000, multiline: true })
  done!: string;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];
}
