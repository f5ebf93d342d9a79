import { ActFields, Id, Text } from '@property-office/service-kit';

export class ExplainCaseDto extends ActFields {
  @Id({ label: { zh: '核对事项', en: 'what is explained' } })
  eventId!: string;

  @Text({ label: { zh: '原因', en: 'reason' }, max: 500, multiline: true })
  reason!: string;
}
