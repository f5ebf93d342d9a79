import { ActFields, Text } from '@property-office/service-kit';

export class ReasonDto extends ActFields {
  @Text({ label: { zh: '原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
