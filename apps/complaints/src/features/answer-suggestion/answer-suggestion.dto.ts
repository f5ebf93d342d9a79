import { ActFields, OneOf, Text } from '@property-office/service-kit';
import { feedbackWays } from '../record-feedback/record-feedback.dto';

export class AnswerSuggestionDto extends ActFields {
  @OneOf(feedbackWays, { label: { zh: '答复方式', en: 'how it was answered' } })
  how!: (typeof feedbackWays)[number];

  @Text({ label: { zh: '答复', en: 'answer' }, max: 2000, multiline: true })
  answer!: string;
}
