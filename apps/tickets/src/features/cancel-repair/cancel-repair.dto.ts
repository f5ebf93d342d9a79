import { ActFields, Text } from '@property-office/service-kit';

export class CancelRepairDto extends ActFields {
  @Text({ label: { zh: '取消原因', en: 'reason for cancelling' }, max: 1000, multiline: true })
  reason!: string;
}
