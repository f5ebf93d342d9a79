import { ActFields, Id, Text } from '@property-office/service-kit';

export class FinishTaskDto extends ActFields {
  @Id({ label: { zh: '任务', en: 'task' } })
  taskId!: string;

  @Text({ label: { zh: '完成情况', en: 'what was done' }, max: 1000, multiline: true })
  done!: string;
}
