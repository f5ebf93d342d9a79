import { ActFields, Text } from '@property-office/service-kit';

export class ReturnProposalDto extends ActFields {
  @Text({ label: { zh: '退回原因', en: 'reason' }, max: 500, multiline: true })
  reason!: string;
}
