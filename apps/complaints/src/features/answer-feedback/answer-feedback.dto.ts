import { ActFields, OneOf, Text } from '@property-office/service-kit';

export const answers = ['accepted', 'disputed', 'no-answer'] as const;
export type FeedbackAnswer = (typeof answers)[number];

export class AnswerFeedbackDto extends ActFields {
  @OneOf(answers, { label: { zh: '投诉人的答复', en: "the complainant's answer" } })
  answer!: FeedbackAnswer;

  @Text({ label: { zh: '投诉人的话', en: "the complainant's words" }, max: 2000, multiline: true, optional: true })
  words?: string;
}
