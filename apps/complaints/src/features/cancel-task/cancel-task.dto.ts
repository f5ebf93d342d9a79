import { ActFields, Id, Text } from '@property-office/service-kit';

export class CancelTaskDto extends ActFields {
  @Id({ label: { zh: '任务', en: 'task' } })
  taskId!: string;

  @Text({ label: { zh: '取消原因', en: 'reason of cancelling it' }, max: 1000, multiline: true })
  reason!: string;
}
