import { complaintDecisions, type ComplaintDecision } from '@property-office/contracts';
import { ActFields, OneOf, Text } from '@property-office/service-kit';

export class DecideComplaintDto extends ActFields {
  @OneOf(complaintDecisions, { label: { zh: '判定', en: 'decision' } })
  decision!: ComplaintDecision;

  @Text({ label: { zh: '判定理由', en: 'reason for the decision' }, max: 2000, multiline: true })
  reason!: string;
}
