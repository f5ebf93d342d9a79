import { ActFields, Text } from '@property-office/service-kit';

export class VoidDocumentDto extends ActFields {
  @Text({ label: { zh: '作废原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
