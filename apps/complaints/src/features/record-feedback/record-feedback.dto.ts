import { ActFields, OneOf, Text } from '@property-office/service-kit';

export const feedbackWays = ['telephone', 'visit', 'message', 'letter'] as const;

export class RecordFeedbackDto extends ActFields {
  @OneOf(feedbackWays, { label: { zh: '反馈方式', en: 'how the complainant was told' } })
  how!: (typeof feedbackWays)[number];

  @Text({ label: { zh: '投诉人的话', en: "the complainant's words" }, max: 2000, multiline: true })
  words!: string;
}
