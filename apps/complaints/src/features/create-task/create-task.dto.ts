import { ActFields, Id, Instant, Text } from '@property-office/service-kit';

export class CreateTaskDto extends ActFields {
  @Text({ label: { zh: '任务内容', en: 'what is to be done' }, max: 1000, multiline: true })
  what!: string;

  @Id({ label: { zh: '负责人', en: 'owner' } })
  ownerId!: string;

  @Instant({ label: { zh: '完成期限', en: 'due date' } })
  dueAt!: Date;
}
