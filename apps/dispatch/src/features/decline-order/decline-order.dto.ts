import { ActFields, Text } from '@property-office/service-kit';

export class DeclineOrderDto extends ActFields {
  @Text({ label: { zh: '退单原因', en: 'reason for handing it back' }, max: 1000, multiline: true })
  reason!: string;
}
