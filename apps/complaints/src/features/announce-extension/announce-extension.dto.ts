import { ActFields, OneOf } from '@property-office/service-kit';
import { feedbackWays } from '../record-feedback/record-feedback.dto';

export class AnnounceExtensionDto extends ActFields {
  @OneOf(feedbackWays, { label: { zh: '告知方式', en: 'how the complainant was told' } })
  how!: (typeof feedbackWays)[number];
}
