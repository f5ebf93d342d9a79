import { ActFields, Text } from '@property-office/service-kit';

export class FinishSuggestionDto extends ActFields {
  @Text({ label: { zh: '落实情况', en: 'what came of it' }, max: 2000, multiline: true })
  outcome!: string;
}
