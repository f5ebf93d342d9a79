import { ActFields, Id, OneOf, Text } from '@property-office/service-kit';
import { answerKinds, type AnswerKind } from '../../domain/answers';
import { feedbackWays } from '../record-feedback/record-feedback.dto';

export class AnswerFeedbackDto extends ActFields {
  @OneOf(answerKinds, { label: { zh: '投诉人的答复', en: "the complainant's answer" } })
  answer!: AnswerKind;

  /** Whose answer the desk records: asked for where several have not answered. */
  @Id({ label: { zh: '答复的投诉人', en: 'complainant who answers' }, optional: true })
  complainantId?: string;

  @OneOf(feedbackWays, { label: { zh: '答复方式', en: 'how they answered' }, optional: true })
  how?: (typeof feedbackWays)[number];

  @Text({ label: { zh: '投诉人的话', en: "the complainant's words" }, max: 2000, multiline: true, optional: true })
  words?: string;
}
