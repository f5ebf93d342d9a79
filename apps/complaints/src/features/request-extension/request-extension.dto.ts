import { ActFields, Instant, Text } from '@property-office/service-kit';

export class RequestExtensionDto extends ActFields {
  @Instant({ label: { zh: '新的日期', en: 'new date' } })
  until!: Date;

  @Text({ label: { zh: '延期原因', en: 'reason for the extension' }, max: 1000, multiline: true })
  reason!: string;
}
