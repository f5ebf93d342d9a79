import { ActFields, Text } from '@property-office/service-kit';

export class ReturnPhoneNoteDto extends ActFields {
  @Text({ label: { zh: '退回原因', en: 'reason for returning it' }, max: 1000, multiline: true })
  reason!: string;
}
