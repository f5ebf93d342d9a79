import { ActFields, Text } from '@property-office/service-kit';

export class SendDocumentBackDto extends ActFields {
  @Text({ label: { zh: '退回原因', en: 'reason for sending it back' }, max: 1000, multiline: true })
  reason!: string;
}
