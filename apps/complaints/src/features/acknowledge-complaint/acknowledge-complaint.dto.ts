import { ActFields, OneOf } from '@property-office/service-kit';
import { feedbackWays } from '../record-feedback/record-feedback.dto';

export class AcknowledgeComplaintDto extends ActFields {
  /** Asked for where somebody complains whom no account tells of it. */
  @OneOf(feedbackWays, { label: { zh: '告知方式', en: 'how the complainant was told' }, optional: true })
  how?: (typeof feedbackWays)[number];
}
