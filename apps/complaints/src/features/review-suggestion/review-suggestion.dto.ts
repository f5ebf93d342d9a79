import { ActFields, Text } from '@property-office/service-kit';

export class ReviewSuggestionDto extends ActFields {
  @Text({ label: { zh: '评审意见', en: 'opinion' }, max: 2000, multiline: true })
  opinion!: string;
}
