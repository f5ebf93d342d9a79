import { ActFields, Text } from '@property-office/service-kit';

export class AcknowledgeEscalationDto extends ActFields {
  @Text({ label: { zh: '说明', en: 'note' }, max: 1000, multiline: true, optional: true })
  note?: string;
}

export class ActOnEscalationDto extends ActFields {
  @Text({ label: { zh: '处理情况', en: 'what was done' }, max: 1000, multiline: true })
  note!: string;
}
