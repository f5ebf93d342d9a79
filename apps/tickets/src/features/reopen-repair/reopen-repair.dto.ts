import { ActFields, Text } from '@property-office/service-kit';

export class ReopenRepairDto extends ActFields {
  @Text({ label: { zh: '返修原因', en: 'reason for reopening' }, max: 1000, multiline: true })
  reason!: string;
}
