import { ActFields, OneOf, Text } from '@property-office/service-kit';
import { feedbackWays } from '../record-feedback/record-feedback.dto';

export class FinishSuggestionDto extends ActFields {
  @Text({ label: { zh: '落实情况', en: 'what came of it' }, max: 2000, multiline: true })
  outcome!: string;

  /** Asked for where no account tells whoever made it. */
  @OneOf(feedbackWays, { label: { zh: '告知方式', en: 'how whoever made it was told' }, optional: true })
  how?: (typeof feedbackWays)[number];
}
