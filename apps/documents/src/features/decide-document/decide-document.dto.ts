import { ActFields, Flag, Id, Instant, Text } from '@property-office/service-kit';

export class DecideDocumentDto extends ActFields {
  @Text({ label: { zh: '批示内容', en: 'decision' }, max: 2000, multiline: true })
  decision!: string;

  @Id({ label: { zh: '承办人', en: 'person who acts on it' }, optional: true })
  actingPersonId?: string;

  @Instant({ label: { zh: '承办期限', en: 'date to act by' }, optional: true })
  dueAt?: Date;

  @Flag({ label: { zh: '需要答复', en: 'needs an answer' }, optional: true })
  answerNeeded?: boolean;

  @Instant({ label: { zh: '答复期限', en: 'date to answer by' }, optional: true })
  answerBy?: Date;
}
