import { ActFields, Ids, OneOf } from '@property-office/service-kit';
import { feedbackWays } from '../record-feedback/record-feedback.dto';

export class AnnounceExtensionDto extends ActFields {
  @OneOf(feedbackWays, { label: { zh: '告知方式', en: 'how the complainant was told' } })
  how!: (typeof feedbackWays)[number];

  /** Of several without an account, who was told by now; it holds once the others were told, too. */
  @Ids({ label: { zh: '已告知的投诉人', en: 'complainants who were told' }, max: 100, optional: true })
  toldIds?: string[];
}
