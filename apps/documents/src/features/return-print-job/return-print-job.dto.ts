import { ActFields, Text } from '@property-office/service-kit';

export class ReturnPrintJobDto extends ActFields {
  @Text({ label: { zh: '退回原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
