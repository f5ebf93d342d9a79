import { ActFields, Text } from '@property-office/service-kit';

export class DeclineSuggestionDto extends ActFields {
  @Text({ label: { zh: '不采纳的理由', en: 'reason for declining' }, max: 2000, multiline: true })
  reason!: string;
}
