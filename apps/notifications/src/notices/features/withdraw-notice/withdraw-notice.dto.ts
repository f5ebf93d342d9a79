import { ActFields, Text } from '@property-office/service-kit';

export class WithdrawNoticeDto extends ActFields {
  @Text({ label: { zh: '撤回原因', en: 'reason for withdrawing' }, max: 500, multiline: true })
  reason!: string;
}
