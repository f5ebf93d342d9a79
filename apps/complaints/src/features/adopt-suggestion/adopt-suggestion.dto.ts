import { ActFields, Id, Instant, Text } from '@property-office/service-kit';

export class AdoptSuggestionDto extends ActFields {
  @Text({ label: { zh: '落实计划', en: 'plan' }, max: 2000, multiline: true })
  plan!: string;

  @Id({ label: { zh: '负责人', en: 'owner' } })
  ownerId!: string;

  @Instant({ label: { zh: '完成期限', en: 'due date' } })
  dueAt!: Date;
}
